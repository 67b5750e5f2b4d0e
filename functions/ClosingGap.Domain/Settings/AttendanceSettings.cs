using ClosingGap.Domain.Roster;

namespace ClosingGap.Domain.Settings;

/// <summary>How attendance rows become days absent.</summary>
public sealed record AttendanceSettings
{
    /// <summary>Categories that count as absent. Default: excused and unexcused absence. At least one; never <see cref="AttendanceCategory.Present"/>.</summary>
    public IReadOnlySet<AttendanceCategory> AbsentCategories { get; init; } =
        new HashSet<AttendanceCategory> { AttendanceCategory.ExcusedAbsence, AttendanceCategory.UnexcusedAbsence };

    /// <summary>How section rows make a day. Default: any section.</summary>
    public DayRule DayRule { get; init; } = DayRule.AnySection;

    /// <summary>For <see cref="DayRule.ShareOfSections"/>: the share's numerator. Default 1; range 1 … <see cref="ShareDenominator"/>.</summary>
    public int ShareNumerator { get; init; } = 1;

    /// <summary>For <see cref="DayRule.ShareOfSections"/>: the share's denominator. Default 2; range 1 … 100.</summary>
    public int ShareDenominator { get; init; } = 2;

    /// <summary>Up to which day attendance counts as measured. Default: the school's last submitted day.</summary>
    public MeasuredThrough MeasuredThrough { get; init; } = MeasuredThrough.LastSubmitted;

    /// <summary>Calendar events that make an instructional day. Default: <c>Instructional day</c> and <c>Make-up day</c>. At least one.</summary>
    public IReadOnlySet<string> InstructionalEvents { get; init; } =
        new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "Instructional day", "Make-up day" };
}
