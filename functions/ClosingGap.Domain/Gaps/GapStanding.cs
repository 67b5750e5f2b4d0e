namespace ClosingGap.Domain.Gaps;

/// <summary>Which group is behind, said only where the interval leaves no doubt.</summary>
public enum GapStanding
{
    /// <summary>The interval covers 0: the data do not tell the groups apart.</summary>
    NoClearDifference = 0,

    /// <summary>The focal group is behind.</summary>
    FocalBehind = 1,

    /// <summary>The reference group is behind.</summary>
    ReferenceBehind = 2,
}
