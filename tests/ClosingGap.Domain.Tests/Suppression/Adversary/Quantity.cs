namespace ClosingGap.Domain.Tests.Suppression.Adversary;

/// <summary>What is asked of a cell, in whole students. Added: outcomes of this release minus outcomes of the earlier one.</summary>
internal enum Quantity
{
    Students,
    Outcomes,
    NonOutcomes,
    Added
}
