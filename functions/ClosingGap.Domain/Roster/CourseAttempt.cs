namespace ClosingGap.Domain.Roster;

/// <summary>One transcript row of one student.</summary>
/// <param name="SchoolYear">The school year in which the course was taken (its ending year), or null.</param>
/// <param name="Result">How it ended.</param>
/// <param name="AttemptedHundredths">Credits attempted, in hundredths.</param>
/// <param name="EarnedHundredths">Credits earned, in hundredths.</param>
/// <param name="FinalLetter">Final letter grade, or null.</param>
/// <param name="FinalNumericHundredths">Final numeric grade in hundredths, or null.</param>
/// <param name="RepeatCode">The course repeat code, or null.</param>
public readonly record struct CourseAttempt(
    int? SchoolYear,
    CourseAttemptResult Result,
    int AttemptedHundredths,
    int EarnedHundredths,
    string? FinalLetter = null,
    int? FinalNumericHundredths = null,
    string? RepeatCode = null)
{
    /// <summary>The course's SCED code, or another code of the course, or null.</summary>
    public string? CourseCode { get; init; }

    /// <summary>The academic subject as the export calls it, or null.</summary>
    public string? SubjectName { get; init; }

    /// <summary>The core subject.</summary>
    public CoreSubject Subject { get; init; }

    /// <summary>The credit category, such as Honors, or null.</summary>
    public string? Category { get; init; }

    /// <summary>The grade in which it was taken (CEDS code), or null.</summary>
    public string? GradeLevel { get; init; }

    /// <summary>Whether it was taken in a summer term.</summary>
    public bool IsSummer { get; init; }

    /// <summary>Whether it has ended: a result or a mark is given.</summary>
    public bool IsFinished => Result != CourseAttemptResult.NotGiven || !string.IsNullOrWhiteSpace(FinalLetter) || FinalNumericHundredths is not null;
}
