namespace ClosingGap.Ingest.Snapshot;

/// <summary>How many shards a district's snapshot gets. It is chosen once and kept by the manifest: another count moves every student.</summary>
public static class ShardCount
{
    /// <summary>The number of shards for this many bytes of uncompressed CSV: one for each target, at least one.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A size or an option is out of its range.</exception>
    public static int For(long uncompressedBytes, ShardOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfNegative(uncompressedBytes);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.TargetBytes, ShardOptions.MinTargetBytes, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.TargetBytes, ShardOptions.MaxTargetBytes, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxShards, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.MaxShards, StudentShard.MaxShards, nameof(options));
        var (whole, rest) = Math.DivRem(uncompressedBytes, options.TargetBytes);
        return (int)Math.Clamp(whole + (rest > 0 ? 1 : 0), 1, options.MaxShards);
    }
}
