namespace ClosingGap.Ingest.Snapshot;

/// <summary>The snapshot cannot be read or written. The message names table and column, never a cell's content.</summary>
/// <param name="code">A stable code: <c>snapshot.cell_out_of_range</c>, <c>snapshot.staged_corrupt</c>, <c>snapshot.parquet_unreadable</c>,
/// <c>snapshot.parquet_type</c>, <c>snapshot.manifest_invalid</c>.</param>
/// <param name="message">What was wrong, where, and what to do.</param>
/// <param name="inner">The cause, if another library found it.</param>
public sealed class SnapshotException(string code, string message, Exception? inner = null) : Exception($"{code}: {message}", inner)
{
    /// <summary>The stable code.</summary>
    public string Code { get; } = code;
}
