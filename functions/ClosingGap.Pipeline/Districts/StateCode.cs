namespace ClosingGap.Pipeline.Districts;

/// <summary>A state: two capital letters, for example <c>TX</c>.</summary>
public static class StateCode
{
    /// <summary>True for two capital letters.</summary>
    public static bool IsWellFormed(string? state) => state is { Length: 2 } && state.All(char.IsAsciiLetterUpper);
}
