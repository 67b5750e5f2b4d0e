namespace ClosingGap.Ingest.Snapshot;

/// <summary>One Parquet file of a snapshot.</summary>
/// <param name="Shard">The shard, from 0.</param>
/// <param name="Sha256">The file's SHA-256 in lower-case hex: its name.</param>
/// <param name="Rows">Its rows.</param>
/// <param name="Bytes">Its length in bytes.</param>
public sealed record SnapshotShard(int Shard, string Sha256, long Rows, long Bytes);
