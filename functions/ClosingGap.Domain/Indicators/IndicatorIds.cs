namespace ClosingGap.Domain.Indicators;

/// <summary>The indicators that milestones can name.</summary>
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
}
