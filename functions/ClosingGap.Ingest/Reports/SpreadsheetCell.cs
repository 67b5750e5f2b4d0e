namespace ClosingGap.Ingest.Reports;

/// <summary>A cell of a CSV file that spreadsheets open (RFC 4180), in which no text is taken for a formula.</summary>
public static class SpreadsheetCell
{
    private const string Dangerous = "=+-@\t\r\n";

    /// <summary>The text, quoted where it needs to be; one that a spreadsheet might calculate gets an apostrophe before it.</summary>
    public static string Of(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        var safe = Dangerous.Contains(text[0], StringComparison.Ordinal) ? "'" + text : text;
        return safe.AsSpan().IndexOfAny(",\"\r\n\t") < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
