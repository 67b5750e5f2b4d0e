using ClosingGap.Ingest.Validation;

namespace ClosingGap.Pipeline.Drops;

/// <summary>The record of a drop: what it is, where it stands, why, and what it did. It holds no cell of any row.</summary>
public sealed record Drop
{
    /// <summary>The id: a hash of what was dropped.</summary>
    public required string Id { get; init; }

    /// <summary>A drop, or a rebuild from drops.</summary>
    public DropKind Kind { get; init; }

    /// <summary>The district, <c>TX-255901</c>; null when the path names none.</summary>
    public string? District { get; init; }

    /// <summary>The source, or null when the path names none; a rebuild has <c>rebuild</c>.</summary>
    public string? Source { get; init; }

    /// <summary>The blob, or the folder with its closing slash.</summary>
    public required string Path { get; init; }

    /// <summary>The zip's ETag, or the completion mark's.</summary>
    public required string ETag { get; init; }

    /// <summary>When it was written: its place in the order of drops.</summary>
    public required DateTimeOffset LastModified { get; init; }

    /// <summary>Its length in bytes; of a folder: of all files.</summary>
    public long Length { get; init; }

    /// <summary>The as-of date that the drop declares, <c>yyyy-MM-dd</c>.</summary>
    public DateOnly? DeclaredAsOf { get; init; }

    /// <summary>For a rebuild: the drops to be applied, in order.</summary>
    public IReadOnlyList<string> Inputs { get; init; } = [];

    public DropState State { get; init; }

    /// <summary>The stable code of the reason for the state, or null.</summary>
    public string? ReasonCode { get; init; }

    /// <summary>The reason in words, with what to do.</summary>
    public string? Reason { get; init; }

    /// <summary>Every reason for which it is, or was last, held, with the numbers.</summary>
    public IReadOnlyList<Applying.HoldReason> Holds { get; init; } = [];

    /// <summary>The newest attempt; only its orchestration may change the record.</summary>
    public int Attempt { get; init; } = 1;

    public required DateTimeOffset ReceivedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>When a final state or Held was reached.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>True when every file is bulk; null before it was looked at.</summary>
    public bool? AllBulk { get; init; }

    /// <summary>The SHA-256 of what was dropped, once it was read.</summary>
    public string? ContentSha256 { get; init; }

    /// <summary>The profile by which it was read.</summary>
    public string? Profile { get; init; }

    /// <summary>The canonical tables that it holds.</summary>
    public IReadOnlyList<string> Tables { get; init; } = [];

    /// <summary>The published version that it was judged against when held.</summary>
    public long? JudgedVersion { get; init; }

    /// <summary>The version that it made.</summary>
    public long? Version { get; init; }

    /// <summary>The as-of date of its verdicts.</summary>
    public DateOnly? AsOf { get; init; }

    public DropCounts Counts { get; init; } = new();

    public IReadOnlyList<DropFile> Files { get; init; } = [];

    /// <summary>The rules that were broken, the gravest and then the most frequent first; at most 30. The report has all.</summary>
    public IReadOnlyList<DropRule> Rules { get; init; } = [];

    /// <summary>How many students and sections were found in the roster; null for a drop that holds none of another system.</summary>
    public JoinFigures? Joins { get; init; }

    /// <summary>The hash of the roster in which they were looked for; null with <see cref="Joins"/>.</summary>
    public string? JoinedTo { get; init; }

    /// <summary>What changed, by table.</summary>
    public IReadOnlyList<DropTableChange> Changes { get; init; } = [];

    /// <summary>Who decided what, oldest first.</summary>
    public IReadOnlyList<DropDecision> Decisions { get; init; } = [];

    /// <summary>How deliveries of its receipts to the district's webhook ended, the oldest first; the last 20.</summary>
    public IReadOnlyList<DropDelivery> Deliveries { get; init; } = [];

    /// <summary>Work done and to be done in the present step, for a progress bar.</summary>
    public DropProgress? Progress { get; init; }

    /// <summary>The drop as the lane knows it. Valid once it was looked at.</summary>
    internal Lanes.LaneEntry ToLaneEntry() => new(Id, Source!, LastModified, AllBulk == true, Tables) { ReceivedAt = ReceivedAt };
}
