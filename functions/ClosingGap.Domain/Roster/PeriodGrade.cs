namespace ClosingGap.Domain.Roster;

/// <summary>One grade of one student in one class for one session.</summary>
/// <param name="ClassSourcedId">The class.</param>
/// <param name="AcademicSessionSourcedId">The session graded.</param>
/// <param name="Type">What the grade was given for.</param>
/// <param name="Letter">The letter grade, or null.</param>
/// <param name="NumericHundredths">The numeric grade in hundredths (59.5 = 5950), or null.</param>
/// <param name="AsOfDate">The day on which the grade was recorded, or null.</param>
public readonly record struct PeriodGrade(
    string ClassSourcedId,
    string AcademicSessionSourcedId,
    GradeType Type,
    string? Letter,
    int? NumericHundredths,
    DateOnly? AsOfDate = null)
{
    /// <summary>The core subject of the class, where it is known already; null: the school year's context tells it.</summary>
    public CoreSubject? Subject { get; init; }
}
