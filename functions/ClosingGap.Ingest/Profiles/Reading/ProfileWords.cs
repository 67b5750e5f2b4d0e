using ClosingGap.Ingest.Profiles.Mapping;
using ClosingGap.Ingest.Tables;
using ClosingGap.Ingest.Validation;

namespace ClosingGap.Ingest.Profiles.Reading;

/// <summary>The closed sets of words that a profile may use. The editor's schema holds the same, by test.</summary>
internal static class ProfileWords
{
    public static IReadOnlyDictionary<string, Conformance> Conformance { get; } = Words(
        ("strict", Validation.Conformance.Strict), ("lenient", Validation.Conformance.Lenient));

    public static IReadOnlyDictionary<string, AttendanceCapture> Capture { get; } = Words(
        ("auto", AttendanceCapture.Auto), ("negative", AttendanceCapture.Negative), ("positive", AttendanceCapture.Positive));

    public static IReadOnlyDictionary<string, AttendanceDayRule> DayRule { get; } = Words(
        ("anySection", AttendanceDayRule.AnySection), ("homeroom", AttendanceDayRule.Homeroom), ("shareOfSections", AttendanceDayRule.ShareOfSections));

    public static IReadOnlyDictionary<string, MeasuredThrough> MeasuredThrough { get; } = Words(
        ("lastSubmitted", Profiles.MeasuredThrough.LastSubmitted), ("asOf", Profiles.MeasuredThrough.AsOf));

    public static IReadOnlyDictionary<string, UnknownCode> OnUnknown { get; } = Words(
        ("reject", UnknownCode.Reject), ("keep", UnknownCode.Keep), ("blank", UnknownCode.Blank), ("dropRow", UnknownCode.DropRow));

    public static IReadOnlyDictionary<string, bool> OnMissing { get; } = Words(("blank", false), ("reject", true));

    public static IReadOnlyDictionary<string, TableMode> Mode { get; } = Words(("bulk", TableMode.Bulk), ("delta", TableMode.Delta));

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
