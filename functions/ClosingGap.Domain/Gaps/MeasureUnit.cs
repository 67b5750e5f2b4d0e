namespace ClosingGap.Domain.Gaps;

/// <summary>The whole unit in which an indicator's values are added up.</summary>
public enum MeasureUnit
{
    /// <summary>Hundredths of a percent: 10,000 is all.</summary>
    BasisPoints = 0,

    /// <summary>Hundredths: of a credit, a day, a mark, a grade point.</summary>
    Hundredths = 1,

    /// <summary>Whole things: courses, incidents, changes of school.</summary>
    Count = 2,
}
