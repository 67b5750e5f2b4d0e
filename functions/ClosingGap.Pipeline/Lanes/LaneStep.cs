namespace ClosingGap.Pipeline.Lanes;

/// <summary>The lane after a step, and what follows from it.</summary>
/// <param name="Lane">The lane to be stored.</param>
/// <param name="Outcome">What the drop got.</param>
/// <param name="Epoch">Its epoch when granted.</param>
/// <param name="Superseded">Drops that became needless.</param>
/// <param name="Next">The drop whose turn it is, when the lane is free and it is not the one that asked.</param>
public sealed record LaneStep(Lane Lane, LaneOutcome Outcome, long Epoch, IReadOnlyList<string> Superseded, string? Next);
