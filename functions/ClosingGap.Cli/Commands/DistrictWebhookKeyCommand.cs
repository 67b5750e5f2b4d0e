using System.CommandLine;
using ClosingGap.Cli.Service;

namespace ClosingGap.Cli.Commands;

/// <summary><c>closinggap district webhook-key</c>: the key by which a district checks what its webhook receives.</summary>
internal static class DistrictWebhookKeyCommand
{
    public static Command Create(CliContext context)
    {
        var district = new DistrictOptions();
        var connection = new ConnectionOptions();
        var command = new Command("webhook-key", "Prints the key, in base 64, by which receipts to a district's webhook are signed. Needs the host's key.");
        district.AddTo(command);
        connection.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using var api = new ApiClient(connection.Read(parsed, context));
            await context.Out.WriteLineAsync((await api.WebhookKeyAsync(district.Read(parsed).ToString(), cancellationToken)).Key);
            return ExitCodes.Done;
        });
        return command;
    }
}
