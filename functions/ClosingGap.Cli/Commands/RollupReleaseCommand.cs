using System.CommandLine;
using ClosingGap.Cli.Service;

namespace ClosingGap.Cli.Commands;

/// <summary><c>closinggap rollup release</c>: publishes a candidate as a correction.</summary>
internal static class RollupReleaseCommand
{
    public static Command Create(CliContext context)
    {
        var rollup = new Argument<string>("rollup") { Description = "The rollup, for example rollup-TX-20261129." };
        var reason = new Option<string>("--reason") { Description = "Why; readers see it.", Required = true };
        var by = new Option<string?>("--by") { Description = "Who asks." };
        var connection = new ConnectionOptions();
        var command = new Command("release", "Publishes a candidate as a correction. What the calendar names is released by itself.") { rollup, reason, by };
        connection.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using var api = new ApiClient(connection.Read(parsed, context));
            var id = parsed.GetValue(rollup)!;
            var release = await api.ReleaseAsync(StateName.OfRollup(id), id, new ReleaseBody(parsed.GetValue(reason)!, parsed.GetValue(by)), cancellationToken);
            await context.Out.WriteLineAsync($"Preparing {release.Id} of {release.Rollup}. Readers see it once its files are written.");
            return ExitCodes.Done;
        });
        return command;
    }
}
