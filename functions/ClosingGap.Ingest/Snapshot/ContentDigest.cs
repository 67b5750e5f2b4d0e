namespace ClosingGap.Ingest.Snapshot;

/// <summary>What a stream held.</summary>
/// <param name="Sha256">Its SHA-256 in lower-case hex.</param>
/// <param name="Bytes">Its length.</param>
public sealed record ContentDigest(string Sha256, long Bytes);
