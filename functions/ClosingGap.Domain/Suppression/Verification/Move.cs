namespace ClosingGap.Domain.Suppression.Verification;

/// <summary>By how much a cell of another possible table differs from the true one.</summary>
internal readonly record struct Move(int Cell, long Outcomes, long NonOutcomes);
