namespace ClosingGap.Cli.Dropping;

/// <summary>A district as the command line names it: <c>--state TX --district 255901</c>.</summary>
internal readonly record struct DistrictName(string State, string LocalId)
{
    private const int MaxLocalIdLength = 40;

    /// <summary>Checks the two parts.</summary>
    /// <exception cref="CliException">One of them is malformed.</exception>
    public static DistrictName Create(string state, string localId) =>
        state.Length != 2 || !state.All(char.IsAsciiLetterUpper)
            ? throw new CliException(ExitCodes.WrongUse, "--state is two capital letters, for example TX.")
            : localId.Length is < 1 or > MaxLocalIdLength || localId[0] == '.' || !localId.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.')
                ? throw new CliException(ExitCodes.WrongUse, "--district is the district's local id: 1 to 40 letters, digits, _ or ., for example 255901.")
                : new DistrictName(state, localId);

    public override string ToString() => $"{State}-{LocalId}";
}
