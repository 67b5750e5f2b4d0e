namespace ClosingGap.Pipeline.Ports;

/// <summary>What the blob store says of a blob.</summary>
/// <param name="Path">Its path inside the container.</param>
/// <param name="Length">Its length in bytes.</param>
/// <param name="ETag">Changes with every write.</param>
/// <param name="LastModified">When it was written.</param>
/// <param name="Metadata">The writer's own properties; names compare without case.</param>
public sealed record StoredBlob(
    string Path,
    long Length,
    string ETag,
    DateTimeOffset LastModified,
    IReadOnlyDictionary<string, string> Metadata);
