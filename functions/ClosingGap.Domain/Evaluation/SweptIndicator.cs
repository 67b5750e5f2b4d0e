using ClosingGap.Domain.Indicators;
using ClosingGap.Domain.Verdicts;

namespace ClosingGap.Domain.Evaluation;

/// <summary>An indicator whose thresholds are compared, and which. The higher its value, the more it warns.</summary>
/// <param name="Indicator">One of <see cref="IndicatorIds"/>.</param>
/// <param name="Scale">0: the value is the fact's numerator of its denominator, a share. Else the numerator alone, of so many to the unit.</param>
/// <param name="Thresholds">The candidates: shares, or amounts in the unit.</param>
public sealed record SweptIndicator(string Indicator, int Scale, IReadOnlyList<Fraction> Thresholds)
{
    /// <summary>Those that a check sweeps: shares of absence, courses failed, days suspended (told in hundredths).</summary>
    public static IReadOnlyList<SweptIndicator> All { get; } =
    [
        new(IndicatorIds.AttendanceRate, 0, [.. new[] { 3, 5, 8, 10, 12, 15, 20 }.Select(percent => new Fraction(percent, 100))]),
        new(IndicatorIds.CourseFailures, 1, [.. new[] { 1, 2, 3, 4 }.Select(courses => new Fraction(courses, 1))]),
        new(IndicatorIds.SuspensionDays, 100, [new(1, 2), new(1, 1), new(2, 1), new(5, 1)]),
    ];

    /// <summary>True when the value is a share.</summary>
    public bool IsShare => Scale == 0;

    /// <summary>What a student brings to the sweep; without a value where the fact carries no verdict.</summary>
    public SweepStudent Of(StudentResult flagged, OutcomeClass outcome)
    {
        ArgumentNullException.ThrowIfNull(flagged);
        return flagged.Fact(Indicator) is { Missing: MissingEvidence.None } fact && (!IsShare || fact.Denominator > 0)
            ? new(IsShare ? new Fraction(fact.Numerator, fact.Denominator) : new Fraction(fact.Numerator, Scale), outcome)
            : new(null, outcome);
    }
}
