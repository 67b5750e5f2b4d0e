using ClosingGap.Ingest.Diagnostics;

namespace ClosingGap.Ingest.Csv;

/// <summary>
/// Holds the raw text of one record to RFC 4180 and to OneRoster's stricter rule (no line breaks in fields), which a tolerant CSV parser
/// lets pass unseen.
/// </summary>
internal static class CsvRecordCheck
{
    /// <summary>Looks at a record with its line ending.</summary>
    /// <returns>A fault makes the record unusable, a deviation leaves it readable; both null when it is clean.</returns>
    public static (string? Fault, string? Deviation) Inspect(ReadOnlySpan<char> raw)
    {
        string? deviation = null;
        if (raw.EndsWith("\n"))
        {
            raw = raw[..^1];
            raw = raw.EndsWith("\r") ? raw[..^1] : raw;
        }
        else if (raw.EndsWith("\r"))
        {
            deviation = DiagnosticCodes.CsvBareCarriageReturn;
            raw = raw[..^1];
        }

        return raw.Contains('"') ? InspectQuotes(raw, deviation) : (null, deviation);
    }

    private static (string? Fault, string? Deviation) InspectQuotes(ReadOnlySpan<char> raw, string? deviation)
    {
        var at = 0;
        while (at < raw.Length)
        {
            if (raw[at] != '"')
            {
                var stop = raw[at..].IndexOfAny(',', '"');
                if (stop < 0)
                {
                    break;
                }

                if (raw[at + stop] == '"')
                {
                    deviation ??= DiagnosticCodes.CsvUnescapedQuote;
                    stop = raw[at..].IndexOf(',');
                    if (stop < 0)
                    {
                        break;
                    }
                }

                at += stop + 1;
                continue;
            }

            var end = EndOfQuoted(raw, at + 1, ref deviation);
            if (end < 0)
            {
                return (DiagnosticCodes.CsvUnclosedQuote, deviation);
            }

            at = end + 1;
            if (at < raw.Length && raw[at] != ',')
            {
                return (DiagnosticCodes.CsvUnexpectedCharacterAfterQuote, deviation);
            }

            at++;
        }

        return (null, deviation);
    }

    /// <summary>The position of the closing quote, or -1.</summary>
    private static int EndOfQuoted(ReadOnlySpan<char> raw, int from, ref string? deviation)
    {
        var at = from;
        while (true)
        {
            var quote = raw[at..].IndexOf('"');
            if (quote < 0)
            {
                return -1;
            }

            at += quote;
            if (at + 1 < raw.Length && raw[at + 1] == '"')
            {
                at += 2;
                continue;
            }

            if (raw[from..at].ContainsAny('\r', '\n'))
            {
                deviation ??= DiagnosticCodes.CsvLineBreakInQuotedField;
            }

            return at;
        }
    }
}
