namespace ClosingGap.Ingest.Profiles;

/// <summary>How attendance was captured, and how a day is judged.</summary>
public sealed record AttendanceSettings
{
    /// <summary>Whether only absences are sent, or a row for each student and day. Default: auto.</summary>
    public AttendanceCapture Capture { get; init; } = AttendanceCapture.Auto;

    /// <summary>How rows of single classes make a day. Default: anySection.</summary>
    public AttendanceDayRule DayRule { get; init; } = AttendanceDayRule.AnySection;

    /// <summary>For <see cref="AttendanceDayRule.ShareOfSections"/>: absent from at least this share of the day's sections is absent that day. Default 1/2, range above 0 to 1.</summary>
    public Share Share { get; init; } = new(1, 2);

    /// <summary>The last day that counts as measured. Default: lastSubmitted.</summary>
    public MeasuredThrough MeasuredThrough { get; init; } = MeasuredThrough.LastSubmitted;

    /// <summary>The attendance categories (Ed-Fi words) that mean absent. Default: Excused Absence, Unexcused Absence.</summary>
    public IReadOnlyList<string> AbsentCategories { get; init; } = ["Excused Absence", "Unexcused Absence"];
}
