namespace ClosingGap.Domain.Gaps;

/// <summary>What groups are compared by.</summary>
public enum MeasureKind
{
    /// <summary>A share of students.</summary>
    Rate = 0,

    /// <summary>The mean of the students' own values.</summary>
    Mean = 1,

    /// <summary>Students by ordered levels.</summary>
    Levels = 2,
}
