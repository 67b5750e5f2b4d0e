using ClosingGap.Domain.Indicators;
using ClosingGap.Domain.Verdicts;

namespace ClosingGap.Domain.Evaluation;

/// <summary>An indicator whose thresholds are compared, and which. The higher its value, the more it warns.</summary>
/// <param name="Indicator">One of <see cref="IndicatorIds"/>.</param>
/// <param name="IsShare">True when the value is the fact's numerator of its denominator; false when it is the numerator alone.</param>
/// <param name="Thresholds">The candidates, in the unit of the fact.</param>
public sealed record SweptIndicator(string Indicator, bool IsShare, IReadOnlyList<Fraction> Thresholds)
{
    /// <summary>Those that a check sweeps: shares of absence, courses failed, days suspended (in hundredths).</summary>
    public static IReadOnlyList<SweptIndicator> All { get; } =
    [
        new(IndicatorIds.AttendanceRate, true, [.. new[] { 3, 5, 8, 10, 12, 15, 20 }.Select(percent => new Fraction(percent, 100))]),
        new(IndicatorIds.CourseFailures, false, [.. new[] { 1, 2, 3, 4 }.Select(courses => new Fraction(courses, 1))]),
        new(IndicatorIds.SuspensionDays, false, [.. new[] { 50, 100, 200, 500 }.Select(days => new Fraction(days, 1))]),
    ];

    /// <summary>What a student brings to the sweep; without a value where the fact carries no verdict.</summary>
    public SweepStudent Of(StudentResult flagged, OutcomeClass outcome)
    {
        ArgumentNullException.ThrowIfNull(flagged);
        return flagged.Fact(Indicator) is { Missing: MissingEvidence.None } fact && (!IsShare || fact.Denominator > 0)
            ? new(IsShare ? new Fraction(fact.Numerator, fact.Denominator) : new Fraction(fact.Numerator, 1), outcome)
            : new(null, outcome);
    }
}
