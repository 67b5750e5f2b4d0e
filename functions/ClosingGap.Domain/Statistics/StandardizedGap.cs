namespace ClosingGap.Domain.Statistics;

/// <summary>The difference of two rates as it would be if both groups had the same mix of strata (direct standardization).</summary>
/// <param name="Difference">Reference less focal, with its interval.</param>
/// <param name="Strata">Strata in which both groups have somebody.</param>
/// <param name="Students">The students of these strata, of both groups.</param>
public readonly record struct StandardizedGap(Interval Difference, int Strata, long Students)
{
    /// <summary>
    /// Each stratum weighs as its share of both groups together: Σ w·(p₁ − p₂). The interval joins the Wilson limits of all strata by the root of
    /// their weighted squared distances (the stratified form of Newcombe's, Yan and Su 2010, with these weights). Strata in which a group has
    /// nobody are left out. Null when none is left.
    /// </summary>
    public static StandardizedGap? Of(IReadOnlyList<Stratum> strata, double level = Confidence.Default)
    {
        ArgumentNullException.ThrowIfNull(strata);
        var common = strata.Where(stratum => stratum.Reference.Of > 0 && stratum.Focal.Of > 0).ToList();
        var all = common.Sum(stratum => stratum.Reference.Of + stratum.Focal.Of);
        if (all == 0)
        {
            return null;
        }

        double difference = 0, below = 0, above = 0;
        foreach (var stratum in common)
        {
            var weight = (double)(stratum.Reference.Of + stratum.Focal.Of) / all;
            var gap = RateGap.Newcombe(stratum.Reference, stratum.Focal, level)!.Value;
            difference += weight * gap.Estimate;
            below += Square(weight * (gap.Estimate - gap.Low));
            above += Square(weight * (gap.High - gap.Estimate));
        }

        return new StandardizedGap(new Interval(difference, difference - Math.Sqrt(below), difference + Math.Sqrt(above)), common.Count, all);
    }

    private static double Square(double value) => value * value;
}
