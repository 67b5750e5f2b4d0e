using System.CommandLine;
using ClosingGap.Cli.Dropping;
using ClosingGap.Cli.Output;
using ClosingGap.Cli.Service;

namespace ClosingGap.Cli.Commands;

/// <summary><c>closinggap rollup start</c>: a candidate; nothing that is published changes.</summary>
internal static class RollupStartCommand
{
    public static Command Create(CliContext context)
    {
        var state = new Option<string>("--state") { Description = "The state, for example TX.", Required = true };
        var by = new Option<string?>("--by") { Description = "Who asks." };
        var wait = new Option<bool>("--wait") { Description = "Waits until it is made." };
        var connection = new ConnectionOptions();
        var command = new Command("start", "Adds a state's districts up to a candidate now. It publishes nothing.") { state, by, wait };
        connection.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using var api = new ApiClient(connection.Read(parsed, context));
            var name = StateName.Of(parsed.GetValue(state)!);
            var started = await api.StartRollupAsync(name, new RollupBody(parsed.GetValue(by)), cancellationToken);
            await context.Out.WriteLineAsync($"Started {started.Id}");
            if (!parsed.GetValue(wait))
            {
                return ExitCodes.Done;
            }

            var ended = await ServiceWait.UntilEndedAsync(
                null,
                () => api.RollupAsync(name, started.Id, null, cancellationToken),
                answer => answer.Rollup.IsRunning,
                $"The rollup {started.Id} has not ended within an hour; it goes on. Look at it with: closinggap rollup status {started.Id}",
                new WaitOptions(),
                context.Time,
                cancellationToken);
            RollupPrinter.Print(context, ended, false);
            return ended.Rollup.Reason is null ? ExitCodes.Done : ExitCodes.Rejected;
        });
        return command;
    }
}
