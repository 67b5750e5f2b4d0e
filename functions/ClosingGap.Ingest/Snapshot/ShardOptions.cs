namespace ClosingGap.Ingest.Snapshot;

/// <summary>How large a shard of a snapshot is meant to be. One shard of one table is what a merge holds in memory.</summary>
public sealed record ShardOptions
{
    /// <summary>The least value of <see cref="TargetBytes"/>: 64 KiB.</summary>
    public const long MinTargetBytes = 64L << 10;

    /// <summary>The greatest value of <see cref="TargetBytes"/>: 1 GiB.</summary>
    public const long MaxTargetBytes = 1L << 30;

    /// <summary>Bytes of uncompressed CSV, over all tables, that make one shard. Default 16 MiB; 64 KiB to 1 GiB.</summary>
    public long TargetBytes { get; init; } = 16L << 20;

    /// <summary>The most shards that a district gets, however large it is. Default 256; 1 to <see cref="StudentShard.MaxShards"/>.</summary>
    public int MaxShards { get; init; } = 256;
}
