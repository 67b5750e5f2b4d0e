namespace ClosingGap.Ingest.Diagnostics;

/// <summary>
/// A name that the sender chose, of a file or a column, as reports and messages may show it: at most 60 characters of letters, digits,
/// space and <c>. _ - = * | /</c> (no <c>=</c> at the start); anything else is an underscore. Such a name may hold whatever the sender's system put there.
/// </summary>
public static class ShownName
{
    /// <summary>The longest name shown, in characters.</summary>
    public const int MaxLength = 60;

    private const int Head = 20;
    private const char Cut = '~';

    /// <summary>The name as it is shown; of a long one the beginning and the end, joined by <c>~</c>.</summary>
    public static string Of(string name)
    {
        var text = name.Length <= MaxLength ? name : string.Concat(name.AsSpan(0, Head), [Cut], name.AsSpan(name.Length - (MaxLength - Head - 1)));
        text = text.StartsWith('=') ? "_" + text[1..] : text;
        return text.All(IsSafe) ? text : string.Concat(text.Select(c => IsSafe(c) ? c : '_'));
    }

    private static bool IsSafe(char c) => char.IsAsciiLetterOrDigit(c) || c is '=' or '*' or '|' or '.' or '_' or '-' or '/' or ' ' or Cut;
}
