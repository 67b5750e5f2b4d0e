namespace ClosingGap.Pipeline.Drops;

/// <summary>A drop in an index: enough to find the record and to show a line.</summary>
public sealed record DropReference(
    string DropId,
    string? District,
    string? Source,
    DropState State,
    DateTimeOffset LastModified,
    DateTimeOffset UpdatedAt,
    string? ReasonCode);
