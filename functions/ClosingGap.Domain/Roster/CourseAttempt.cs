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
    string? RepeatCode = null);
