namespace ClosingGap.Domain.Statistics;

/// <summary>How far two means lie apart, in pooled standard deviations.</summary>
/// <param name="CohensD">Without correction.</param>
/// <param name="HedgesG">Corrected for small samples, with its interval.</param>
/// <param name="StandardError">The standard error of g.</param>
public readonly record struct MeanDifference(double CohensD, Interval HedgesG, double StandardError)
{
    /// <summary>
    /// Hedges' g (Hedges 1981; Borenstein et al. 2009, chapter 4): d = (m1 − m2)/s pooled, g = J·d with J = 1 − 3/(4(n1 + n2 − 2) − 1),
    /// Var(d) = (n1 + n2)/(n1·n2) + d²/(2(n1 + n2)). Null with fewer than two in a group, or when nothing varies.
    /// </summary>
    public static MeanDifference? Between(Sample reference, Sample focal, double level = Confidence.Default)
    {
        if (reference.Count < 2 || focal.Count < 2)
        {
            return null;
        }

        double n1 = reference.Count, n2 = focal.Count;
        var pooled = Math.Sqrt((reference.SquaredDeviations + focal.SquaredDeviations) / (n1 + n2 - 2));
        if (pooled <= 0)
        {
            return null;
        }

        var d = (reference.Mean - focal.Mean) / pooled;
        var correction = 1 - (3 / ((4 * (n1 + n2 - 2)) - 1));
        var variance = ((n1 + n2) / (n1 * n2)) + (d * d / (2 * (n1 + n2)));
        var error = correction * Math.Sqrt(variance);
        var g = correction * d;
        var reach = Confidence.Normal(level) * error;
        return new MeanDifference(d, new Interval(g, g - reach, g + reach), error);
    }
}
