namespace ClosingGap.Pipeline.Drops;

/// <summary>One attempt at a drop, as it travels through the orchestration: ids and counts only.</summary>
/// <param name="DropId">The drop.</param>
/// <param name="Attempt">The attempt.</param>
/// <param name="Epoch">The lane's epoch; 0 before it is granted.</param>
/// <param name="Input">Which of the inputs is applied now; a drop has one, itself.</param>
public sealed record DropRun(string DropId, int Attempt, long Epoch = 0, int Input = 0);
