using ClosingGap.Ingest.Diagnostics;
using ClosingGap.Ingest.Vocabularies;

namespace ClosingGap.Ingest.Validation;

/// <summary>
/// Gathers the codes of one table that its vocabularies do not hold, and reports each once, with its number of rows and the line of a profile
/// that would map it. The finding names a row where the code stands, never the code: a cell out of place could hold anything.
/// </summary>
internal sealed class UnknownCodes(string table, FindingReporter reporter, int maxCodes, Action<UnknownCodeFound>? show)
{
    private readonly Dictionary<(string File, string Column, Severity Severity), Gathered> _columns = [];

    /// <summary>Notes one row with a code that is not known.</summary>
    /// <returns>What becomes of the row: an error rejects it.</returns>
    public Severity Note(FileTally tally, string column, string code, long row, Severity atMost)
    {
        var severity = reporter.SeverityOf(DiagnosticCodes.RowUnknownCode, atMost);
        if (!_columns.TryGetValue((tally.File, column, severity), out var gathered))
        {
            _columns.Add((tally.File, column, severity), gathered = new Gathered(tally));
        }

        var key = SeenCode.Key(code);
        if (!gathered.Codes.TryGetValue(key, out var seen))
        {
            if (gathered.Codes.Count >= maxCodes)
            {
                seen = gathered.Rest;
            }
            else
            {
                gathered.Codes.Add(key, seen = new SeenCode());
            }
        }

        seen.Note(row);
        return severity;
    }

    /// <summary>Reports what was gathered, in the order in which it was met.</summary>
    public void Report()
    {
        foreach (var ((file, column, severity), gathered) in _columns)
        {
            foreach (var (code, seen) in gathered.Codes)
            {
                reporter.Several(DiagnosticCodes.RowUnknownCode, gathered.Tally, seen.Rows, seen.Count, column, seen.ProfileLine($"{table}.{column}"), severity);
                show?.Invoke(new UnknownCodeFound(file, $"{table}.{column}", code, seen.Count, seen.Rows, VocabularySet.Find(table, column)?.Words ?? [], severity));
            }

            if (gathered.Rest.Count > 0)
            {
                reporter.Several(DiagnosticCodes.RowUnknownCode, gathered.Tally, gathered.Rest.Rows, gathered.Rest.Count, column, null, severity);
            }
        }

        _columns.Clear();
    }

    private sealed record Gathered(FileTally Tally)
    {
        public Dictionary<string, SeenCode> Codes { get; } = new(StringComparer.Ordinal);

        public SeenCode Rest { get; } = new();
    }
}
