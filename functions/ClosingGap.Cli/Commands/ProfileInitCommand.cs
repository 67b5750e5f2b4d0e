using System.CommandLine;
using ClosingGap.Cli.Output;
using ClosingGap.Cli.Validating;
using ClosingGap.Ingest.Profiles;
using ClosingGap.Ingest.Profiles.Init;
using Spectre.Console;

namespace ClosingGap.Cli.Commands;

/// <summary><c>closinggap profile init PATH</c>.</summary>
internal static class ProfileInitCommand
{
    public static Command Create(CliContext context)
    {
        var path = new Argument<string>("PATH") { Description = "The zip or the folder of an export." };
        var output = new Option<string>("--out") { Description = "The file to write.", DefaultValueFactory = _ => "profile.yaml" };
        var name = new Option<string>("--name") { Description = "The profile's name: lower-case letters, digits and hyphens.", DefaultValueFactory = _ => "draft" };
        var rows = new Option<int>("--rows") { Description = "Rows of each file that are read, 1 to 100,000,000.", DefaultValueFactory = _ => new InitOptions().MaxRowsPerFile };
        name.Validators.Add(result =>
        {
            if (!ProfileName.IsValid(result.GetValueOrDefault<string>() ?? ""))
            {
                result.AddError("--name takes 1 to 60 lower-case letters, digits and hyphens.");
            }
        });
        rows.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > 100_000_000)
            {
                result.AddError("--rows takes a number from 1 to 100,000,000.");
            }
        });
        var command = new Command("init", "Looks at an export on this machine and writes a first profile; nothing is sent anywhere. The profile names codes that stand in the files.")
        {
            path, output, name, rows,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var package = await LocalPackage.OpenAsync(context.Resolve(parsed.GetRequiredValue(path)), cancellationToken);
            var options = new InitOptions { MaxRowsPerFile = parsed.GetValue(rows) };
            var draft = await ProfileInit.DraftAsync(package, parsed.GetRequiredValue(name), options, cancellationToken);
            Print(context, draft);
            if (draft.Yaml is null)
            {
                return draft.Fitting is null ? ExitCodes.Rejected : ExitCodes.Done;
            }

            var file = context.Resolve(parsed.GetRequiredValue(output));
            await WriteAsync(file, draft.Yaml, cancellationToken);
            await context.Out.WriteLineAsync($"Written: {file}");
            return ExitCodes.Done;
        });
        return command;
    }

    /// <summary>A profile that somebody worked on is never overwritten.</summary>
    private static async Task WriteAsync(string file, string yaml, CancellationToken cancellationToken)
    {
        try
        {
            await using var stream = new FileStream(file, FileMode.CreateNew, FileAccess.Write);
            await using var writer = new StreamWriter(stream);
            await writer.WriteAsync(yaml.AsMemory(), cancellationToken);
        }
        catch (IOException) when (File.Exists(file))
        {
            throw new CliException(ExitCodes.WrongUse, $"There is a file {file} already: give another one with --out, or remove it.");
        }
    }

    private static void Print(CliContext context, ProfileDraft draft)
    {
        var table = Tables.Create(("File", false), ("Rows", true), ("Taken for", false), ("Confidence", false), ("", false));
        foreach (var file in draft.Files)
        {
            table.AddRow(Tables.Cells(file.File, file.Rows, file.Table, file.Table is null ? null : file.Confidence.ToString().ToLowerInvariant(), file.Note));
        }

        context.Console.Write(table);
        context.Out.WriteLine(draft.Advice);
    }
}
