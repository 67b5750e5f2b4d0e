using System.CommandLine;
using ClosingGap.Cli.Output;
using ClosingGap.Cli.Service;

namespace ClosingGap.Cli.Commands;

/// <summary><c>closinggap release | discard | redrive ID</c>.</summary>
internal static class DecisionCommand
{
    public static Command Create(CliContext context, string decision, string description)
    {
        var id = DropArgument.Create();
        var by = new Option<string?>("--by") { Description = "Who decides; default: the name of the user on this machine." };
        var reason = new Option<string?>("--reason") { Description = "Why, in a sentence; it is kept with the drop." };
        var waiting = new WaitingOptions();
        var connection = new ConnectionOptions();
        var command = new Command(decision, description) { id, by, reason };
        waiting.AddTo(command);
        connection.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var dropId = parsed.GetRequiredValue(id);
            using var api = new ApiClient(connection.Read(parsed, context));
            var status = await api.DecideAsync(
                dropId,
                new DecisionBody(
                    decision,
                    parsed.GetValue(by) ?? context.Environment("USER") ?? context.Environment("USERNAME") ?? "closinggap",
                    parsed.GetValue(reason)),
                cancellationToken);
            await context.Out.WriteLineAsync($"{dropId} is {status.State}");
            return waiting.Read(parsed) is { } wait && decision is not "discard"
                ? await DropFollower.FollowAsync(api, dropId, wait, context, cancellationToken)
                : ExitCodes.Done;
        });
        return command;
    }
}
