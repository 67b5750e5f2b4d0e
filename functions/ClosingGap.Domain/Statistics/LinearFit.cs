namespace ClosingGap.Domain.Statistics;

/// <summary>A straight line through observations by ordinary least squares.</summary>
/// <param name="Slope">Change of y for one of x: Σ(x − x̄)(y − ȳ)/Σ(x − x̄)².</param>
/// <param name="Intercept">y where x is 0.</param>
/// <param name="Count">Observations.</param>
/// <param name="ErrorOfEstimate">√(SSE/(n − 2)); null with fewer than three observations.</param>
/// <param name="StandardError">Of the slope: the error of estimate over √Σ(x − x̄)²; null with fewer than three observations.</param>
public readonly record struct LinearFit(double Slope, double Intercept, int Count, double? ErrorOfEstimate, double? StandardError)
{
    /// <summary>The line; null with fewer than two different places.</summary>
    public static LinearFit? Through(IReadOnlyList<Observation> observations)
    {
        ArgumentNullException.ThrowIfNull(observations);
        var count = observations.Count;
        if (count < 2)
        {
            return null;
        }

        double meanX = 0, meanY = 0;
        foreach (var (x, y) in observations)
        {
            meanX += x / count;
            meanY += y / count;
        }

        double xx = 0, xy = 0;
        foreach (var (x, y) in observations)
        {
            xx += (x - meanX) * (x - meanX);
            xy += (x - meanX) * (y - meanY);
        }

        if (xx <= 0)
        {
            return null;
        }

        var slope = xy / xx;
        var intercept = meanY - (slope * meanX);
        if (count < 3)
        {
            return new LinearFit(slope, intercept, count, null, null);
        }

        double errors = 0;
        foreach (var (x, y) in observations)
        {
            var error = y - intercept - (slope * x);
            errors += error * error;
        }

        var estimate = Math.Sqrt(errors / (count - 2));
        return new LinearFit(slope, intercept, count, estimate, estimate / Math.Sqrt(xx));
    }

    /// <summary>The slope with its interval by Student's t with n − 2 degrees of freedom; null with fewer than three observations.</summary>
    public Interval? SlopeInterval(double level = Confidence.Default)
    {
        if (StandardError is not { } error)
        {
            return null;
        }

        var reach = Confidence.T(level, Count - 2) * error;
        return new Interval(Slope, Slope - reach, Slope + reach);
    }
}
