using System.CommandLine;

namespace ClosingGap.Cli.Commands;

/// <summary><c>closinggap rollup start | status | release</c>.</summary>
internal static class RollupCommand
{
    public static Command Create(CliContext context) => new("rollup", "Adds a state's districts up to a candidate, shows it, or releases it as a correction.")
    {
        RollupStartCommand.Create(context),
        RollupStatusCommand.Create(context),
        RollupReleaseCommand.Create(context),
    };
}
