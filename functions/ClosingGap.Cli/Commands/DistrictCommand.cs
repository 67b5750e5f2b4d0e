using System.CommandLine;

namespace ClosingGap.Cli.Commands;

/// <summary><c>closinggap district add | show | webhook-key</c>.</summary>
internal static class DistrictCommand
{
    public static Command Create(CliContext context) => new("district", "Registers a district, or shows its registration.")
    {
        DistrictAddCommand.Create(context),
        DistrictShowCommand.Create(context),
        DistrictWebhookKeyCommand.Create(context),
    };
}
