namespace ClosingGap.Ingest.Snapshot;

/// <summary>A table of a snapshot.</summary>
/// <param name="Shards">Its shards, by number. A shard without rows may be left out.</param>
public sealed record SnapshotTable(IReadOnlyList<SnapshotShard> Shards);
