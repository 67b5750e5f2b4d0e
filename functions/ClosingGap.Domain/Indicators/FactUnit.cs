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

    /// <summary>Hundredths of a mark of a hundred, or of grade points, times what they are weighted by.</summary>
    MarkHundredths = 9,

    /// <summary>Incidents or actions.</summary>
    Events = 10,
}
