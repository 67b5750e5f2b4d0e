using System.CommandLine;
using System.Text.Json;
using ClosingGap.Cli.Service;
using ClosingGap.Cli.Validating;
using ClosingGap.Ingest.Validation;

namespace ClosingGap.Cli.Commands;

/// <summary><c>closinggap validate PATH</c>.</summary>
internal static class ValidateCommand
{
    public static Command Create(CliContext context)
    {
        var path = new Argument<string>("PATH") { Description = "The zip or the folder of an export." };
        var profile = new Option<string>("--profile") { Description = "strict, lenient, or the YAML file of a district's profile.", DefaultValueFactory = _ => "lenient" };
        var format = new Option<string>("--format") { Description = "text or json.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var showCodes = new Option<bool>("--show-codes") { Description = "Shows the codes that no vocabulary holds, as they stand in the files, on this screen." };
        var command = new Command("validate", "Checks an export on this machine; nothing is sent anywhere.") { path, profile, format, showCodes };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var chosen = await ProfileArgument.ReadAsync(parsed.GetRequiredValue(profile), context, cancellationToken);
            var codes = parsed.GetValue(showCodes) ? new List<UnknownCodeFound>() : null;
            var document = await LocalValidation.RunAsync(context.Resolve(parsed.GetRequiredValue(path)), chosen, codes is null ? null : codes.Add, cancellationToken);
            if (parsed.GetValue(format) is "json")
            {
                await context.Out.WriteLineAsync(JsonSerializer.Serialize(document, CliJson.Default.ValidationDocument));
            }
            else
            {
                ValidationPrinter.Print(context, document);
            }

            if (codes is not null)
            {
                // The document stays one: codes go beside it.
                CodePrinter.Print(parsed.GetValue(format) is "json" ? context.Error : context.Out, codes);
            }

            return document.Valid ? ExitCodes.Done : ExitCodes.Rejected;
        });
        return command;
    }
}
