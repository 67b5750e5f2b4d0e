namespace ClosingGap.Domain.Statistics;

/// <summary>How a difference changed from one time to another.</summary>
public static class GapChange
{
    /// <summary>
    /// The later less the earlier, with the interval that joins both by the root of their squared distances (the method of variance estimates
    /// recovery, Zou and Donner 2008). With intervals of equal arms this is d ± z·√(SE₁² + SE₂²), the pooled standard error; with Newcombe's it keeps
    /// a width where a rate is 0 or 1. Both are taken for independent: of the same students at two times the true interval is narrower.
    /// </summary>
    public static Interval Between(Interval earlier, Interval later)
    {
        var change = later.Estimate - earlier.Estimate;
        return new Interval(
            change,
            change - Root(later.Estimate - later.Low, earlier.High - earlier.Estimate),
            change + Root(later.High - later.Estimate, earlier.Estimate - earlier.Low));
    }

    private static double Root(double a, double b) => Math.Sqrt((a * a) + (b * b));
}
