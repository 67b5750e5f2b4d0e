namespace ClosingGap.Cli.Commands;

/// <summary>The state in an argument.</summary>
internal static class StateName
{
    private const int StateAt = 7;

    /// <summary>Two capital letters.</summary>
    /// <exception cref="CliException">It is something else.</exception>
    public static string Of(string state) => state.Length == 2 && state.All(char.IsAsciiLetterUpper)
        ? state
        : throw new CliException(ExitCodes.WrongUse, "--state is two capital letters, for example TX.");

    /// <summary>The state of a rollup's id.</summary>
    /// <exception cref="CliException">It is no id.</exception>
    public static string OfRollup(string rollup) => rollup.StartsWith("rollup-", StringComparison.Ordinal) && rollup.Length > StateAt + 2
        ? Of(rollup[StateAt..(StateAt + 2)])
        : throw new CliException(ExitCodes.WrongUse, "A rollup reads rollup-STATE-YYYYMMDD or rollup-STATE-YYYYMMDD-N, for example rollup-TX-20261129.");
}
