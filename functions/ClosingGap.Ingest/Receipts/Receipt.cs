using ClosingGap.Ingest.Validation;

namespace ClosingGap.Ingest.Receipts;

/// <summary>
/// What became of a drop, for whoever sent it: state, counts, rules, changes and what to do next. It names files, rows and columns, and
/// holds no cell.
/// </summary>
public sealed record Receipt
{
    /// <summary>The layout of the document: 1.</summary>
    public int Format { get; init; } = 1;

    /// <summary>The drop's id; null for a check on the sender's own machine.</summary>
    public string? DropId { get; init; }

    public int Attempt { get; init; } = 1;

    /// <summary><c>Drop</c>, <c>Rebuild</c>, or <c>Check</c> for a check on the sender's own machine.</summary>
    public string Kind { get; init; } = "Drop";

    /// <summary>The district, <c>TX-255901</c>, or null when the path names none.</summary>
    public string? District { get; init; }

    public string? Source { get; init; }

    /// <summary>What was dropped: its path.</summary>
    public string? Path { get; init; }

    /// <summary><c>Published</c>, <c>Rejected</c>, <c>Held</c>, <c>Failed</c>, <c>Discarded</c> or <c>Superseded</c>.</summary>
    public required string State { get; init; }

    /// <summary>The stable code of the reason, or null.</summary>
    public string? ReasonCode { get; init; }

    /// <summary>The reason in words.</summary>
    public string? Reason { get; init; }

    /// <summary>Every reason for which it is held; empty in any other state.</summary>
    public IReadOnlyList<ReceiptHold> Holds { get; init; } = [];

    /// <summary>What to do next, in words.</summary>
    public required string Next { get; init; }

    public DateTimeOffset? ReceivedAt { get; init; }

    /// <summary>When the state was reached.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>The version that it published, or null.</summary>
    public long? Version { get; init; }

    /// <summary>The as-of date of its verdicts.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>The profile by which it was read.</summary>
    public string? Profile { get; init; }

    public ReceiptCounts Counts { get; init; } = new();

    /// <summary>Whom of another system's export the published roster knows; null when nothing was looked for.</summary>
    public JoinFigures? Joins { get; init; }

    public IReadOnlyList<ReceiptFile> Files { get; init; } = [];

    /// <summary>The rules that were broken, the gravest first.</summary>
    public IReadOnlyList<ReceiptRule> Rules { get; init; } = [];

    /// <summary>What changed against the last drop, by table.</summary>
    public IReadOnlyList<ReceiptChange> Changes { get; init; } = [];

    /// <summary>Who decided what, oldest first.</summary>
    public IReadOnlyList<ReceiptDecision> Decisions { get; init; } = [];
}
