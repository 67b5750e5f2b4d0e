using ClosingGap.Domain.Indicators;

namespace ClosingGap.Domain.Gaps;

/// <summary>An indicator as groups are compared by it: each student's own value, in whole units.</summary>
/// <param name="Id">One of <see cref="IndicatorIds"/>.</param>
/// <param name="Unit">The unit of the values.</param>
/// <param name="IsShare">True where the value is numerator of denominator.</param>
/// <param name="IsAdverse">True where more is worse.</param>
public sealed record MeasuredIndicator(string Id, MeasureUnit Unit, bool IsShare, bool IsAdverse)
{
    /// <summary>A value beyond it, either way, is not counted: so the sum of squares of nine million students fits 64 bits.</summary>
    public const long MostOfValue = 1_000_000;

    private const int WholeInBasisPoints = 10_000;

    /// <summary>Ends the names of measures that count who has any at all.</summary>
    public const string AnySuffix = ".any";

    /// <summary>The measure that counts the students who have any; null where it means nothing.</summary>
    public string? AnyId { get; } = !IsShare && IsAdverse && !string.Equals(Id, IndicatorIds.LmsLastActivity, StringComparison.Ordinal) ? Id + AnySuffix : null;

    /// <summary>The indicators that are compared, in a fixed order.</summary>
    public static IReadOnlyList<MeasuredIndicator> All { get; } =
    [
        .. IndicatorScale.All.Select(scale => new MeasuredIndicator(
            scale.Indicator,
            scale.Scale > 1 ? MeasureUnit.Hundredths : scale.IsShare ? MeasureUnit.BasisPoints : MeasureUnit.Count,
            scale.IsShare,
            !scale.LowIsWorse)),
        new(IndicatorIds.CreditsEarned, MeasureUnit.Hundredths, false, false),
        new(IndicatorIds.AssessmentResults, MeasureUnit.BasisPoints, true, false),
        new(IndicatorIds.LmsCurrentScore, MeasureUnit.Hundredths, true, false),
    ];

    /// <summary>The value of a student, rounded half up to the unit; null when it was not measured or lies beyond <see cref="MostOfValue"/>.</summary>
    public long? ValueOf(Fact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        if (fact.Missing != MissingEvidence.None || (IsShare && fact.Denominator <= 0))
        {
            return null;
        }

        return ValueOf(fact.Numerator, fact.Denominator);
    }

    /// <summary>The value of a numerator and a denominator, which is not 0 for a share.</summary>
    public long? ValueOf(long numerator, long denominator)
    {
        var value = (Int128)numerator;
        if (IsShare)
        {
            value = ((value * (Unit == MeasureUnit.BasisPoints ? WholeInBasisPoints : 1)) + (denominator / 2)) / denominator;
        }

        return Int128.Abs(value) <= MostOfValue ? (long)value : null;
    }
}
