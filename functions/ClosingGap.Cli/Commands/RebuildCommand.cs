using System.CommandLine;
using ClosingGap.Cli.Output;
using ClosingGap.Cli.Service;

namespace ClosingGap.Cli.Commands;

/// <summary><c>closinggap rebuild</c>: makes everything after the drops again.</summary>
internal static class RebuildCommand
{
    public static Command Create(CliContext context)
    {
        var district = new DistrictOptions();
        var waiting = new WaitingOptions();
        var connection = new ConnectionOptions();
        var command = new Command("rebuild", "Makes a district's snapshot and verdicts again from its drops.");
        district.AddTo(command);
        waiting.AddTo(command);
        connection.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using var api = new ApiClient(connection.Read(parsed, context));
            var dropId = await api.RebuildAsync(district.Read(parsed).ToString(), cancellationToken);
            await context.Out.WriteLineAsync($"Rebuilding {dropId}");
            return waiting.Read(parsed) is { } wait ? await DropFollower.FollowAsync(api, dropId, wait, context, cancellationToken) : ExitCodes.Done;
        });
        return command;
    }
}
