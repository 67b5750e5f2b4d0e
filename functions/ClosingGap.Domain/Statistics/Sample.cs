namespace ClosingGap.Domain.Statistics;

/// <summary>What is kept of a set of measurements: sums only, so that samples merge in any order.</summary>
/// <param name="Count">How many.</param>
/// <param name="Mean">Their mean.</param>
/// <param name="SquaredDeviations">The sum of squared deviations from the mean.</param>
public readonly record struct Sample(long Count, double Mean, double SquaredDeviations)
{
    /// <summary>The sample of these values.</summary>
    public static Sample Of(IEnumerable<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var sample = default(Sample);
        foreach (var value in values)
        {
            sample = sample.Merge(new Sample(1, value, 0));
        }

        return sample;
    }

    /// <summary>The sample with this standard deviation (divisor: count − 1).</summary>
    public static Sample WithDeviation(long count, double mean, double standardDeviation) =>
        new(count, mean, standardDeviation * standardDeviation * (count - 1));

    /// <summary>Both samples as one (Chan, Golub and LeVeque, 1979).</summary>
    public Sample Merge(Sample other)
    {
        if (Count == 0 || other.Count == 0)
        {
            return Count == 0 ? other : this;
        }

        var total = Count + other.Count;
        var distance = other.Mean - Mean;
        return new Sample(
            total,
            Mean + (distance * other.Count / total),
            SquaredDeviations + other.SquaredDeviations + (distance * distance * Count * other.Count / total));
    }
}
