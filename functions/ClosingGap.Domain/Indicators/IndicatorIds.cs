namespace ClosingGap.Domain.Indicators;

/// <summary>The indicators: what is measured of a student, and what milestones can name unless it says otherwise.</summary>
public static class IndicatorIds
{
    /// <summary>Half days absent of half days of membership.</summary>
    public const string AttendanceRate = "attendance.rate";

    /// <summary>Classes failed of classes graded in the latest grading period.</summary>
    public const string CourseFailures = "course.failures";

    /// <summary>Transcript rows failed of all transcript rows.</summary>
    public const string CourseAttempts = "course.attempts";

    /// <summary>Credits earned of the credits the graduation plan asks for in all, in hundredths.</summary>
    public const string CreditsEarned = "credits.earned";

    /// <summary>Days suspended in the school year, in hundredths.</summary>
    public const string SuspensionDays = "discipline.suspensionDays";

    /// <summary>Days absent in a row up to the last day measured. A fact only: no milestone can be made from it.</summary>
    public const string AbsenceStreak = "attendance.streak";

    /// <summary>School days with a disciplinary action of days of membership.</summary>
    public const string BehaviorDays = "behavior.incidentDays";

    /// <summary>Changes of school within the school year.</summary>
    public const string SchoolChanges = "mobility.schoolChanges";

    /// <summary>Assignments missing of assignments due in the LMS.</summary>
    public const string LmsMissingWork = "lms-missing-work";

    /// <summary>Assignments handed in late of assignments handed in, of those due in the LMS.</summary>
    public const string LmsLateWork = "lms-late-work";

    /// <summary>Days since the student last did something in the LMS.</summary>
    public const string LmsLastActivity = "lms-last-activity";

    /// <summary>Minutes recorded in the LMS, in hundredths. A fact only: no milestone can be made from it.</summary>
    public const string LmsActivityMinutes = "lms-activity-minutes";

    /// <summary>Scores in the sections of the LMS, in hundredths. A fact only: no milestone can be made from it.</summary>
    public const string LmsCurrentScore = "lms-current-score";

    /// <summary>Those that a milestone definition may name.</summary>
    public static IReadOnlyList<string> OfMilestones { get; } =
        [.. IndicatorScale.All.Select(scale => scale.Indicator), CreditsEarned];
}
