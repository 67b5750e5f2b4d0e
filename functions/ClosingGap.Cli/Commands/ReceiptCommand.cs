using System.CommandLine;
using ClosingGap.Cli.Dropping;
using ClosingGap.Cli.Output;

namespace ClosingGap.Cli.Commands;

/// <summary><c>closinggap receipt ID</c>: a drop's receipt, read from storage with the right that dropped it; the service is not asked.</summary>
internal static class ReceiptCommand
{
    public static Command Create(CliContext context)
    {
        var id = DropArgument.Create();
        var state = new Option<string?>("--state") { Description = "The state, with --district: reads one blob and lists nothing." };
        var district = new Option<string?>("--district") { Description = "The district's local id." };
        var format = new Option<string>("--format") { Description = "text, json or html.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json", "html");
        var file = new Option<string?>("--out") { Description = "The file to write; with json or html." };
        var connection = new ConnectionOptions();
        var command = new Command("receipt", "Shows a drop's receipt from storage: what became of it and what to do.") { id, state, district, format, file };
        connection.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var dropId = parsed.GetRequiredValue(id);
            var reader = new ReceiptReader(connection.Read(parsed, context).RequireStorage());
            var folder = await FolderAsync(reader, dropId, parsed.GetValue(state), parsed.GetValue(district), cancellationToken);
            if (parsed.GetValue(format) is "text")
            {
                new DropPrinter(context).Print(await reader.ReadAsync(folder, dropId, cancellationToken));
                return ExitCodes.Done;
            }

            await using var content = await reader.OpenAsync(folder, dropId, parsed.GetRequiredValue(format), cancellationToken);
            await ContentWriter.WriteAsync(content, parsed.GetValue(file) is { } path ? context.Resolve(path) : null, context, cancellationToken);
            return ExitCodes.Done;
        });
        return command;
    }

    private static async Task<string> FolderAsync(ReceiptReader reader, string dropId, string? state, string? district, CancellationToken cancellationToken) =>
        (state, district) switch
        {
            (not null, not null) => ReceiptReader.Folder(DistrictName.Create(state, district)),
            (null, null) => await reader.FindFolderAsync(dropId, cancellationToken) ?? throw ReceiptReader.None(dropId),
            _ => throw new CliException(ExitCodes.WrongUse, "--state and --district go together: give both, or neither to have the receipt looked for."),
        };
}
