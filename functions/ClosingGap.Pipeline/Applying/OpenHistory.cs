using ClosingGap.Ingest.Snapshot;

namespace ClosingGap.Pipeline.Applying;

/// <summary>The history of a roster table in one shard while the shard is applied.</summary>
/// <param name="History">Of which roster.</param>
/// <param name="Shard">The shard.</param>
/// <param name="Held">The file of the base, or null.</param>
/// <param name="Rows">Its rows.</param>
/// <param name="Changes">Takes what the merge of the roster does.</param>
/// <param name="KeptFrom">What ended before is left out.</param>
internal sealed record OpenHistory(
    RosterHistory History, int Shard, SnapshotShard? Held, IReadOnlyList<string?[]> Rows, RosterChanges Changes, DateOnly KeptFrom);
