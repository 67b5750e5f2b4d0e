using System.CommandLine;
using ClosingGap.Cli.Service;

namespace ClosingGap.Cli.Commands;

/// <summary><c>closinggap report ID</c>: a drop's findings, one JSON line each.</summary>
internal static class ReportCommand
{
    public static Command Create(CliContext context)
    {
        var id = DropArgument.Create();
        var connection = new ConnectionOptions();
        var command = new Command("report", "Prints a drop's findings row by row, as JSON lines.") { id };
        connection.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using var api = new ApiClient(connection.Read(parsed, context));
            await api.CopyReportAsync(parsed.GetRequiredValue(id), context.Out, cancellationToken);
            return ExitCodes.Done;
        });
        return command;
    }
}
