namespace ClosingGap.Functions.Http;

/// <summary>Who decided, as the record keeps it.</summary>
internal static class Decider
{
    private const int MaxLength = 100;

    /// <summary>The name without the space around it; null when there is none, or one that a record does not keep.</summary>
    public static string? Of(string? by) =>
        by?.Trim() is { Length: >= 1 and <= MaxLength } name && !name.Any(char.IsControl) ? name : null;
}
