namespace ClosingGap.Domain.Tests.Suppression.Adversary;

/// <summary>
/// What is asked of a cell, in whole students. Added: outcomes of this release minus outcomes of the earlier one; AddedBefore: of the earlier one
/// minus those of the one before; AddedInAll: of this one minus those of the one before the earlier. Earlier…: of the earlier release.
/// </summary>
internal enum Quantity
{
    Students,
    Outcomes,
    NonOutcomes,
    Added,
    AddedBefore,
    AddedInAll,
    EarlierStudents,
    EarlierOutcomes,
    EarlierNonOutcomes
}
