namespace ClosingGap.Cli.Service;

/// <summary>The numbers of a drop's receipt.</summary>
internal sealed record DropStatusCounts
{
    public long RowsRead { get; init; }

    public long RowsRejected { get; init; }

    public long RowsApplied { get; init; }

    public long Warnings { get; init; }

    public long Students { get; init; }

    public long DocumentsWritten { get; init; }

    public long DocumentsUnchanged { get; init; }

    public long DocumentsRemoved { get; init; }
}
