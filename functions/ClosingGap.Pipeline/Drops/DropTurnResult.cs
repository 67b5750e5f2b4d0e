using ClosingGap.Pipeline.Lanes;

namespace ClosingGap.Pipeline.Drops;

/// <summary>What an attempt that asked for its turn got.</summary>
/// <param name="Outcome">What it got.</param>
/// <param name="Epoch">The lane's epoch when granted.</param>
public sealed record DropTurnResult(LaneOutcome Outcome, long Epoch);
