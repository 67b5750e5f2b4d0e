using ClosingGap.Domain.Assessments;
using ClosingGap.Domain.Groups;
using ClosingGap.Domain.Roster;
using ClosingGap.Domain.Settings;
using ClosingGap.Ingest.Profiles.Mapping;
using ClosingGap.Ingest.Validation;

namespace ClosingGap.Ingest.Profiles.Reading;

/// <summary>The closed sets of words that a profile may use. The editor's schema holds the same, by test.</summary>
internal static class ProfileWords
{
    public static IReadOnlyDictionary<string, Conformance> Conformance { get; } = Words(
        ("strict", Validation.Conformance.Strict), ("lenient", Validation.Conformance.Lenient));

    /// <summary>The words for the capture style; <c>auto</c> leaves it to the data.</summary>
    public static IReadOnlyDictionary<string, char> Capture { get; } = Words(("auto", 'a'), ("negative", 'n'), ("positive", 'p'));

    public static IReadOnlyDictionary<string, DayRule> DayRule { get; } = Words(
        ("anySection", Domain.Settings.DayRule.AnySection),
        ("homeroom", Domain.Settings.DayRule.Homeroom),
        ("shareOfSections", Domain.Settings.DayRule.ShareOfSections));

    public static IReadOnlyDictionary<string, MeasuredThrough> MeasuredThrough { get; } = Words(
        ("lastSubmitted", Domain.Settings.MeasuredThrough.LastSubmitted), ("asOf", Domain.Settings.MeasuredThrough.AsOf));

    public static IReadOnlyDictionary<string, MembershipRule> Membership { get; } = Words(
        ("asOf", MembershipRule.AsOf), ("anyTime", MembershipRule.AnyTime));

    public static IReadOnlyDictionary<string, HoldSwitch> HoldSwitch { get; } = Words(
        ("hold", Profiles.HoldSwitch.Hold), ("accept", Profiles.HoldSwitch.Accept));

    /// <summary>Ed-Fi's words for the categories that a district may count as absent.</summary>
    public static IReadOnlyDictionary<string, AttendanceCategory> AbsentCategory { get; } = Words(
        ("Excused Absence", AttendanceCategory.ExcusedAbsence),
        ("Unexcused Absence", AttendanceCategory.UnexcusedAbsence),
        ("Tardy", AttendanceCategory.Tardy),
        ("Early departure", AttendanceCategory.EarlyDeparture),
        ("Partial", AttendanceCategory.Partial),
        ("Other", AttendanceCategory.Other));

    public static IReadOnlyDictionary<string, UnknownCode> OnUnknown { get; } = Words(
        ("reject", UnknownCode.Reject), ("keep", UnknownCode.Keep), ("blank", UnknownCode.Blank), ("dropRow", UnknownCode.DropRow));

    public static IReadOnlyDictionary<string, MissingEntry> OnMissing { get; } = Words(
        ("blank", MissingEntry.Blank), ("reject", MissingEntry.Reject), ("dropRow", MissingEntry.DropRow));

    public static IReadOnlyDictionary<string, AttemptRule> Attempt { get; } = Words(("best", AttemptRule.Best), ("first", AttemptRule.First), ("latest", AttemptRule.Latest));

    public static IReadOnlyDictionary<string, bool> OnInvalid { get; } = Words(("reject", false), ("blank", true));

    public static IReadOnlyDictionary<string, SchoolYearFormat> SchoolYear { get; } = Words(
        ("yyyy", SchoolYearFormat.EndYear), ("yyyy-yyyy", SchoolYearFormat.BothYears));

    public static IReadOnlyDictionary<string, char> DecimalMark { get; } = Words((".", '.'), (",", ','));

    private static Dictionary<string, T> Words<T>(params ReadOnlySpan<(string Word, T Value)> words)
    {
        var result = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var (word, value) in words)
        {
            result.Add(word, value);
        }

        return result;
    }
}
