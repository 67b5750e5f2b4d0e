namespace ClosingGap.Pipeline.Lanes;

/// <summary>Who may write for the district now.</summary>
/// <param name="Entry">The drop.</param>
/// <param name="Attempt">Its attempt; the number of its orchestration.</param>
/// <param name="Epoch">Grows with every grant; a write of an older epoch is refused.</param>
/// <param name="Version">The version that this attempt makes, once it has one.</param>
public sealed record LaneHolder(LaneEntry Entry, int Attempt, long Epoch, long? Version = null);
