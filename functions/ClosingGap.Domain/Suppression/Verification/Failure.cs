namespace ClosingGap.Domain.Suppression.Verification;

/// <summary>A cell of a measure whose protection was not shown.</summary>
/// <param name="Measure">Index of the measure.</param>
/// <param name="Cell">Index of the cell.</param>
/// <param name="IsDifference">True when it is the difference to an earlier release that tells too much, not the cell itself.</param>
internal readonly record struct Failure(int Measure, int Cell, bool IsDifference);
