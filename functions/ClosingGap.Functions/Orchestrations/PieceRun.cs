using ClosingGap.Pipeline.Drops;

namespace ClosingGap.Functions.Orchestrations;

/// <summary>One piece of work: a shard, or a group of schools.</summary>
/// <param name="Run">The run.</param>
/// <param name="Number">The shard (-1: the tables that are not split) or the group.</param>
public sealed record PieceRun(DropRun Run, int Number);
