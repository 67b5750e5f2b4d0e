namespace ClosingGap.Domain.Indicators;

/// <summary>The unit of a fact's numerator and denominator.</summary>
public enum FactUnit
{
    HalfDays = 0,
    Courses = 1,
    CreditHundredths = 2,
    DayHundredths = 3,
    Assignments = 4,
    Days = 5,
    MinuteHundredths = 6,

    /// <summary>Hundredths of the LMS's own scale.</summary>
    ScoreHundredths = 7,

    /// <summary>Changes of school.</summary>
    Changes = 8,
}
