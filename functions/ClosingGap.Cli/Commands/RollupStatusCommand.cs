using System.CommandLine;
using ClosingGap.Cli.Output;
using ClosingGap.Cli.Service;

namespace ClosingGap.Cli.Commands;

/// <summary><c>closinggap rollup status</c>.</summary>
internal static class RollupStatusCommand
{
    public static Command Create(CliContext context)
    {
        var rollup = new Argument<string>("rollup") { Description = "The rollup, for example rollup-TX-20261129." };
        var districts = new Option<bool>("--districts") { Description = "Lists the districts, too." };
        var connection = new ConnectionOptions();
        var command = new Command("status", "Shows where a rollup stands, who takes part, and what to look at.") { rollup, districts };
        connection.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using var api = new ApiClient(connection.Read(parsed, context));
            var id = parsed.GetValue(rollup)!;
            string? after = null;
            do
            {
                var answer = await api.RollupAsync(StateName.OfRollup(id), id, after, cancellationToken);
                RollupPrinter.Print(context, after is null ? answer : answer with { Rollup = answer.Rollup with { Alerts = [], Counts = null }, Unproven = null }, parsed.GetValue(districts));
                after = parsed.GetValue(districts) ? answer.Next : null;
            }
            while (after is not null);

            return ExitCodes.Done;
        });
        return command;
    }
}
