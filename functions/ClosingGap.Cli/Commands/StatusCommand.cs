using System.CommandLine;
using System.Text.Json;
using ClosingGap.Cli.Output;
using ClosingGap.Cli.Service;

namespace ClosingGap.Cli.Commands;

/// <summary><c>closinggap status ID</c>.</summary>
internal static class StatusCommand
{
    public static Command Create(CliContext context)
    {
        var id = DropArgument.Create();
        var format = new Option<string>("--format") { Description = "text or json.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var waiting = new WaitingOptions();
        var connection = new ConnectionOptions();
        var command = new Command("status", "Shows where a drop stands and why.") { id, format };
        waiting.AddTo(command);
        connection.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var dropId = parsed.GetRequiredValue(id);
            using var api = new ApiClient(connection.Read(parsed, context));
            if (waiting.Read(parsed) is { } wait)
            {
                return await DropFollower.FollowAsync(api, dropId, wait, context, cancellationToken);
            }

            var status = await api.FindDropAsync(dropId, cancellationToken) ?? throw DropArgument.Unknown(dropId);
            if (parsed.GetValue(format) is "json")
            {
                await context.Out.WriteLineAsync(JsonSerializer.Serialize(status, CliJson.Default.DropStatus));
            }
            else
            {
                new DropPrinter(context).Print(status);
            }

            return ExitCodes.Done;
        });
        return command;
    }
}
