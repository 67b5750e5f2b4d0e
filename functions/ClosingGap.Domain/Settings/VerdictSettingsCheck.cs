using ClosingGap.Domain.Roster;

namespace ClosingGap.Domain.Settings;

/// <summary>Holds settings against their ranges.</summary>
public static class VerdictSettingsCheck
{
    private const int MaxShareDenominator = 100;
    private const int MaxPassMark = 100_000;
    private const int MaxShortfall = 10_000;

    /// <summary>The errors; empty when the settings can be used.</summary>
    public static IReadOnlyList<SettingError> Check(VerdictSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var errors = new List<SettingError>();
        CheckAttendance(settings.Attendance, errors);
        if (settings.Grades.PassMarkHundredths is < 0 or > MaxPassMark)
        {
            errors.Add(new("settings.out_of_range", "grades.passMarkHundredths", "The pass mark is outside 0 to 1000.", "Give the numeric grade from which a course is passed, e.g. 60 or 70."));
        }

        CheckCodes(settings.Grades.FailLetters, "grades.failLetters", errors);
        if (settings.Credits.AtRiskShortfallHundredths is < 0 or > MaxShortfall)
        {
            errors.Add(new("settings.out_of_range", "credits.atRiskShortfallHundredths", "The shortfall is outside 0 to 100 credits.", "Give the credits a student may be short and still be at risk only."));
        }

        CheckCodes(settings.Credits.NotCountedRepeatCodes, "credits.notCountedRepeatCodes", errors);
        return errors;
    }

    private static void CheckAttendance(AttendanceSettings attendance, List<SettingError> errors)
    {
        const string Fix = "Name at least one absence, and never Present.";
        if (attendance.AbsentCategories.Count == 0)
        {
            errors.Add(new("settings.missing", "attendance.absentCategories", "No category counts as absent, so nobody could be absent.", Fix));
        }

        foreach (var category in attendance.AbsentCategories)
        {
            if (category == AttendanceCategory.Present || !Enum.IsDefined(category))
            {
                errors.Add(new("settings.invalid_value", "attendance.absentCategories", "A category in the list cannot be an absence.", Fix));
            }
        }

        if (!Enum.IsDefined(attendance.DayRule))
        {
            errors.Add(new("settings.invalid_value", "attendance.dayRule", "The day rule is not known.", "Use anySection, homeroom or shareOfSections."));
        }

        if (!Enum.IsDefined(attendance.MeasuredThrough))
        {
            errors.Add(new("settings.invalid_value", "attendance.measuredThrough", "The end of measurement is not known.", "Use lastSubmitted or asOf."));
        }

        if (attendance.ShareDenominator is < 1 or > MaxShareDenominator)
        {
            errors.Add(new("settings.out_of_range", "attendance.shareDenominator", "The share's denominator is outside 1 to 100.", "Give a share such as 1/2."));
        }

        if (attendance.ShareNumerator < 1 || attendance.ShareNumerator > attendance.ShareDenominator)
        {
            errors.Add(new("settings.out_of_range", "attendance.shareNumerator", "The share is not above 0 and at most 1.", "Give a share such as 1/2."));
        }

        if (attendance.InstructionalEvents.Count == 0)
        {
            errors.Add(new("settings.missing", "attendance.instructionalEvents", "No calendar event makes an instructional day.", "Name at least one, e.g. Instructional day."));
        }

        CheckCodes(attendance.InstructionalEvents, "attendance.instructionalEvents", errors);
    }

    private static void CheckCodes(IReadOnlySet<string> codes, string path, List<SettingError> errors)
    {
        foreach (var code in codes)
        {
            if (string.IsNullOrWhiteSpace(code) || code.Length != code.Trim().Length)
            {
                errors.Add(new("settings.invalid_value", path, "A value in the list is blank, or has space around it.", "Write each value without space around it."));
                return;
            }
        }
    }
}
