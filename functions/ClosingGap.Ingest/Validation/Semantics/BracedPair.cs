namespace ClosingGap.Ingest.Validation.Semantics;

/// <summary>The form <c>{left:right}</c> of score scales and user ids.</summary>
internal static class BracedPair
{
    /// <summary>True for two parts that are not blank, with one colon between them, in braces.</summary>
    public static bool Is(ReadOnlySpan<char> entry)
    {
        if (entry.Length < 5 || entry[0] != '{' || entry[^1] != '}')
        {
            return false;
        }

        var pair = entry[1..^1];
        var colon = pair.IndexOf(':');
        return colon > 0 && colon < pair.Length - 1 && pair.LastIndexOf(':') == colon;
    }
}
