namespace ClosingGap.Domain.Statistics;

/// <summary>The difference of two rates.</summary>
public static class RateGap
{
    /// <summary>
    /// The difference <paramref name="reference"/> less <paramref name="focal"/> with Newcombe's hybrid score interval (R. G. Newcombe, 1998,
    /// method 10): the limits of both Wilson intervals, joined by the root of their squared distances. Null when either is a rate of nobody.
    /// </summary>
    /// <returns>Shares, −1 to 1; times 100 these are percentage points.</returns>
    public static Interval? Newcombe(Rate reference, Rate focal, double level = Confidence.Default)
    {
        if (reference.Wilson(level) is not { } first || focal.Wilson(level) is not { } second)
        {
            return null;
        }

        var difference = first.Estimate - second.Estimate;
        return new Interval(
            difference,
            difference - Root(first.Estimate - first.Low, second.High - second.Estimate),
            difference + Root(first.High - first.Estimate, second.Estimate - second.Low));
    }

    private static double Root(double a, double b) => Math.Sqrt((a * a) + (b * b));
}
