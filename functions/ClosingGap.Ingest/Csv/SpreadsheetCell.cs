using System.Buffers;

namespace ClosingGap.Ingest.Csv;

/// <summary>
/// Text as a cell of a CSV file that people open in a spreadsheet: nothing that came from outside may be run there as a formula (OWASP, CSV
/// injection). Every CSV file that the product writes for people goes through here.
/// </summary>
public static class SpreadsheetCell
{
    private static readonly SearchValues<char> s_quoted = SearchValues.Create(",\"\r\n");
    private static readonly SearchValues<char> s_formula = SearchValues.Create("=+-@\t\r\n＝＋－＠");

    /// <summary>
    /// Gives the text, with an apostrophe before it when a spreadsheet would take it for a formula: when it begins, after blanks, with one of
    /// <c>= + - @</c>, their full-width forms, a tab or a line break. Plain numbers such as <c>-1.5</c> stay as they are.
    /// </summary>
    public static string Neutralize(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var begin = text.AsSpan().TrimStart(" \u00A0\u3000\uFEFF\u200B");
        return begin.IsEmpty || !s_formula.Contains(begin[0]) || IsNumber(text) ? text : "'" + text;
    }

    /// <summary>Gives the text as one field of a CSV file: neutralised, and quoted where RFC 4180 wants it. Blank for null.</summary>
    public static string Field(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return string.Empty;
        }

        var safe = Neutralize(text);
        return safe.AsSpan().ContainsAny(s_quoted) || safe[0] == ' ' || safe[^1] == ' '
            ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : safe;
    }

    private static bool IsNumber(ReadOnlySpan<char> text)
    {
        var digits = text[0] is '-' or '+' ? text[1..] : text;
        return digits.Length > 0 && char.IsAsciiDigit(digits[0]) && char.IsAsciiDigit(digits[^1])
            && !digits.ContainsAnyExcept("0123456789.") && digits.Count('.') <= 1;
    }
}
