using ClosingGap.Ingest.Diagnostics;
using ClosingGap.Ingest.Packages;
using ClosingGap.Ingest.Tables;

namespace ClosingGap.Ingest.Profiles.Running;

/// <summary>Keeps the first row of each key; remembers hashes only.</summary>
internal sealed class DistinctRows(string table, IReadOnlyList<int> key, string keyColumns, int maxKeys, IDiagnosticSink diagnostics)
{
    private readonly Dictionary<UInt128, UInt128> _rows = [];
    private readonly RowHasher _hasher = new();

    /// <summary>True for the first row of its key. A later one that differs in another column is named in a warning.</summary>
    /// <exception cref="PackageRefusedException">There are more keys than the limit.</exception>
    public bool IsFirst(in SourceRow row)
    {
        foreach (var ordinal in key)
        {
            _hasher.Append(row.Cells[ordinal]);
        }

        var hash = _hasher.Finish();
        foreach (var cell in row.Cells)
        {
            _hasher.Append(cell);
        }

        var content = _hasher.Finish();
        if (_rows.TryGetValue(hash, out var first))
        {
            if (first != content)
            {
                diagnostics.Report(new Diagnostic(ProfileDiagnosticCodes.DistinctConflict, Severity.Warning, row.File, row.Row, keyColumns, table));
            }

            return false;
        }

        if (_rows.Count >= maxKeys)
        {
            diagnostics.Report(new Diagnostic(ProfileDiagnosticCodes.DistinctTooLarge, Severity.Fatal, row.File, row.Row, keyColumns, table));
            throw new PackageRefusedException(
                ProfileDiagnosticCodes.DistinctTooLarge,
                FormattableString.Invariant($"The table {table} has more than {maxKeys} distinct keys."),
                "Leave distinct out where rows are unique already, or raise the limit.",
                row.File);
        }

        _rows.Add(hash, content);
        return true;
    }
}
