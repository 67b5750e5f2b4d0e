namespace ClosingGap.Pipeline.Drops;

/// <summary>What was read of one file.</summary>
/// <param name="File">Its name in the package.</param>
/// <param name="Table">The canonical table it feeds.</param>
/// <param name="Mode"><c>bulk</c> or <c>delta</c>.</param>
/// <param name="Read">Data rows read.</param>
/// <param name="Rejected">Rows rejected.</param>
/// <param name="Warnings">Findings that rejected nothing.</param>
/// <param name="Accepted">Rows accepted, deletions included.</param>
/// <param name="Deleted">Accepted rows that delete a record.</param>
public sealed record DropFile(
    string File, string? Table, string? Mode, long Read, long Rejected, long Warnings, long Accepted = 0, long Deleted = 0);
