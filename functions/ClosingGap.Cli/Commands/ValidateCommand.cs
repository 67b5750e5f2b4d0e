using System.CommandLine;
using System.Text.Json;
using ClosingGap.Cli.Output;
using ClosingGap.Cli.Service;
using ClosingGap.Cli.Validating;
using ClosingGap.Ingest.Profiles;
using ClosingGap.Ingest.Reports;
using ClosingGap.Ingest.Validation;

namespace ClosingGap.Cli.Commands;

/// <summary><c>closinggap validate PATH</c>.</summary>
internal static class ValidateCommand
{
    public static Command Create(CliContext context)
    {
        var path = new Argument<string>("PATH") { Description = "The zip or the folder of an export." };
        var profile = new Option<string>("--profile") { Description = $"{string.Join(", ", BuiltInProfiles.Names)}, or the YAML file of a district's profile.", DefaultValueFactory = _ => "lenient" };
        var format = new Option<string>("--format") { Description = "text or json: the outcome; jsonl or csv: every finding; html: one page.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong(["text", "json", .. ReportFormats.Names]);
        var report = new Option<string?>("--report") { Description = "A folder into which report.jsonl, report.csv and report.html are written." };
        var showCodes = new Option<bool>("--show-codes") { Description = "Shows the codes that no vocabulary holds, as they stand in the files, on this screen." };
        var command = new Command("validate", "Checks an export on this machine; nothing is sent anywhere.") { path, profile, format, report, showCodes };
        var scope = new ScopeOptions();
        scope.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var chosen = await ProfileArgument.ReadAsync(parsed.GetRequiredValue(profile), context, cancellationToken);
            var codes = parsed.GetValue(showCodes) ? new List<UnknownCodeFound>() : null;
            var request = scope.Read(parsed) with { ShowUnknownCode = codes is null ? null : codes.Add };
            var folder = parsed.GetValue(report) is { } given ? Directory.CreateDirectory(context.Resolve(given)) : Directory.CreateTempSubdirectory("closinggap-report-");
            try
            {
                var lines = ValidationReports.JsonLinesIn(folder.FullName);
                var document = await LocalValidation.RunAsync(context.Resolve(parsed.GetRequiredValue(path)), chosen, request, lines, cancellationToken);
                var reports = new ValidationReports(lines, document);
                if (parsed.GetValue(report) is not null)
                {
                    await reports.WriteAllAsync(folder.FullName, cancellationToken);
                }

                await PrintAsync(parsed.GetRequiredValue(format), document, reports, context, cancellationToken);
                if (codes is not null)
                {
                    // The document stays one: codes go beside it.
                    CodePrinter.Print(parsed.GetValue(format) is "text" ? context.Out : context.Error, codes);
                }

                return document.Valid ? ExitCodes.Done : ExitCodes.Rejected;
            }
            finally
            {
                if (parsed.GetValue(report) is null)
                {
                    folder.Delete(recursive: true);
                }
            }
        });
        return command;
    }

    private static async Task PrintAsync(
        string format, ValidationDocument document, ValidationReports reports, CliContext context, CancellationToken cancellationToken)
    {
        if (ReportFormats.Find(format) is { } form)
        {
            var file = Path.GetTempFileName();
            await using var content = new FileStream(
                file, FileMode.Open, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
            await reports.WriteAsync(form, content, cancellationToken);
            content.Position = 0;
            await ContentWriter.WriteAsync(content, null, context, cancellationToken);
        }
        else if (format is "json")
        {
            await context.Out.WriteLineAsync(JsonSerializer.Serialize(document, CliJson.Default.ValidationDocument));
        }
        else
        {
            ValidationPrinter.Print(context, document);
        }
    }
}
