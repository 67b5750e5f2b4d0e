using System.CommandLine;
using System.Text.Json;
using ClosingGap.Cli.Service;
using ClosingGap.Cli.Validating;
using ClosingGap.Ingest.Profiles;

namespace ClosingGap.Cli.Commands;

/// <summary><c>closinggap validate PATH</c>.</summary>
internal static class ValidateCommand
{
    public static Command Create(CliContext context)
    {
        var path = new Argument<string>("PATH") { Description = "The zip or the folder of an export." };
        var profile = new Option<string>("--profile") { Description = $"{string.Join(", ", BuiltInProfiles.Names)}, or the YAML file of a district's profile.", DefaultValueFactory = _ => "lenient" };
        var format = new Option<string>("--format") { Description = "text or json.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var command = new Command("validate", "Checks an export on this machine; nothing is sent anywhere.") { path, profile, format };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var chosen = await ProfileArgument.ReadAsync(parsed.GetRequiredValue(profile), context, cancellationToken);
            var document = await LocalValidation.RunAsync(context.Resolve(parsed.GetRequiredValue(path)), chosen, cancellationToken);
            if (parsed.GetValue(format) is "json")
            {
                await context.Out.WriteLineAsync(JsonSerializer.Serialize(document, CliJson.Default.ValidationDocument));
            }
            else
            {
                ValidationPrinter.Print(context, document);
            }

            return document.Valid ? ExitCodes.Done : ExitCodes.Rejected;
        });
        return command;
    }
}
