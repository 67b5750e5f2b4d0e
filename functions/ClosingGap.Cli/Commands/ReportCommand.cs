using System.CommandLine;
using ClosingGap.Cli.Output;
using ClosingGap.Cli.Service;

namespace ClosingGap.Cli.Commands;

/// <summary><c>closinggap report ID</c>: a drop's findings as JSON lines, as a table for spreadsheets, or as one page.</summary>
internal static class ReportCommand
{
    public static Command Create(CliContext context)
    {
        var id = DropArgument.Create();
        var output = new ReportOutputOptions();
        var connection = new ConnectionOptions();
        var command = new Command("report", "Gives a drop's findings: row by row (jsonl, csv), or on one page (html).") { id };
        output.AddTo(command);
        connection.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using var api = new ApiClient(connection.Read(parsed, context));
            var target = output.Read(parsed, context);
            await api.ReadReportAsync(
                parsed.GetRequiredValue(id), output.Format(parsed), content => ContentWriter.WriteAsync(content, target, context, cancellationToken), cancellationToken);
            return ExitCodes.Done;
        });
        return command;
    }
}
