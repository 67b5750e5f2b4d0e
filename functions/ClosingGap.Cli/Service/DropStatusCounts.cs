namespace ClosingGap.Cli.Service;

/// <summary>The numbers of a drop's receipt.</summary>
internal sealed record DropStatusCounts
{
    public long RowsRead { get; set; }

    public long RowsRejected { get; set; }

    public long RowsApplied { get; set; }

    public long Warnings { get; set; }

    public long Students { get; set; }

    public long DocumentsWritten { get; set; }

    public long DocumentsUnchanged { get; set; }

    public long DocumentsRemoved { get; set; }
}
