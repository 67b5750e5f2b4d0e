namespace ClosingGap.Domain.Roster;

/// <summary>One result of one student on one test.</summary>
/// <param name="AssessmentIdentifier">The test.</param>
/// <param name="Date">The day on which it was taken, or null.</param>
/// <param name="GradeWhenAssessed">The student's grade then (CEDS code), or null.</param>
/// <param name="ScoreHundredths">The score in hundredths, or null.</param>
/// <param name="PerformanceLevel">The performance level, or null.</param>
/// <param name="LevelMet">Whether the level is the proficient one or above, or null.</param>
/// <param name="WasNotTested">Whether a reason is given for not testing: then it is no attempt.</param>
public readonly record struct AssessmentResult(
    string AssessmentIdentifier,
    DateOnly? Date,
    string? GradeWhenAssessed = null,
    int? ScoreHundredths = null,
    string? PerformanceLevel = null,
    bool? LevelMet = null,
    bool WasNotTested = false);
