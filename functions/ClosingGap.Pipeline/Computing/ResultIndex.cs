namespace ClosingGap.Pipeline.Computing;

/// <summary>Which result of each shard a published version consists of.</summary>
/// <param name="Version">The version.</param>
/// <param name="ShardCount">Into how many shards students were split.</param>
/// <param name="Shards">One entry for each shard, in order.</param>
/// <param name="Schools">The schools that have pages and summaries.</param>
public sealed record ResultIndex(long Version, int ShardCount, IReadOnlyList<ResultShard> Shards, IReadOnlyList<string> Schools);
