namespace ClosingGap.Domain.Tests.Suppression.Adversary;

/// <summary>How the students of one release became those of the next. Changed: nobody came or went, some outcomes turned.</summary>
internal enum RosterChange
{
    Joined,
    Left,
    Changed
}
