using ClosingGap.Ingest.Tables;

namespace ClosingGap.Ingest.Validation;

/// <summary>What became of one file.</summary>
/// <param name="File">Its name in the package.</param>
/// <param name="Table">The table that it holds, or null for a file that is not recognised.</param>
/// <param name="Mode">How its rows were taken, or null when none were.</param>
/// <param name="RowsRead">Data rows in the file, of which each is accepted or rejected; none for the manifest.</param>
/// <param name="RowsAccepted">Rows that passed, deletions included.</param>
/// <param name="RowsRejected">Rows that failed.</param>
/// <param name="RowsDeleted">Accepted rows that delete a record.</param>
/// <param name="Warnings">Warnings of every kind.</param>
/// <param name="IsUsed">False for a file whose rows were not read: it is outside of what was asked for.</param>
public sealed record FileResult(
    string File, string? Table, TableMode? Mode, long RowsRead, long RowsAccepted, long RowsRejected, long RowsDeleted, long Warnings, bool IsUsed);
