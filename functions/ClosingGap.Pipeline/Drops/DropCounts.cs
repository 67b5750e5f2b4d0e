namespace ClosingGap.Pipeline.Drops;

/// <summary>The numbers of a receipt.</summary>
public sealed record DropCounts
{
    /// <summary>Data rows read, of all files.</summary>
    public long RowsRead { get; init; }

    /// <summary>Rows rejected, each with its place and rule in the report.</summary>
    public long RowsRejected { get; init; }

    /// <summary>Rows accepted and merged.</summary>
    public long RowsApplied { get; init; }

    /// <summary>Findings that rejected nothing.</summary>
    public long Warnings { get; init; }

    /// <summary>Students in the district's snapshot.</summary>
    public long Students { get; init; }

    /// <summary>Student documents written.</summary>
    public long DocumentsWritten { get; init; }

    /// <summary>Student documents that were already as they should be.</summary>
    public long DocumentsUnchanged { get; init; }

    /// <summary>Students who are gone.</summary>
    public long DocumentsRemoved { get; init; }

    /// <summary>Shards computed.</summary>
    public int ShardsComputed { get; init; }

    /// <summary>Shards whose inputs were unchanged.</summary>
    public int ShardsUnchanged { get; init; }
}
