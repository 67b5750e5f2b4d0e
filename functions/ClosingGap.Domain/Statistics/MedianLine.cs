namespace ClosingGap.Domain.Statistics;

/// <summary>A straight line that single odd observations do not move.</summary>
/// <param name="Slope">Change of y for one of x.</param>
/// <param name="Intercept">y where x is 0.</param>
/// <param name="Count">Observations.</param>
public readonly record struct MedianLine(double Slope, double Intercept, int Count)
{
    /// <summary>
    /// Theil–Sen (Theil 1950, Sen 1968): the median of the slopes of all pairs at different places; the intercept is the median of y − slope·x.
    /// Null without such a pair. Time and memory grow with the square of the observations; of one student there are some dozens.
    /// </summary>
    public static MedianLine? TheilSen(IReadOnlyList<Observation> observations)
    {
        ArgumentNullException.ThrowIfNull(observations);
        var slopes = new List<double>();
        for (var first = 0; first < observations.Count; first++)
        {
            for (var second = first + 1; second < observations.Count; second++)
            {
                var run = observations[second].X - observations[first].X;
                if (run != 0)
                {
                    slopes.Add((observations[second].Y - observations[first].Y) / run);
                }
            }
        }

        return slopes.Count == 0 ? null : WithSlope(Medians.Of(slopes.ToArray()), observations);
    }

    /// <summary>
    /// The line through the medians of the first and the last third (Tukey 1977), as many teachers draw it; the middle takes what does not
    /// divide. Null with fewer than three observations, or when both medians lie at one place.
    /// </summary>
    public static MedianLine? Thirds(IReadOnlyList<Observation> observations)
    {
        ArgumentNullException.ThrowIfNull(observations);
        var third = observations.Count / 3;
        if (third == 0)
        {
            return null;
        }

        var ordered = observations.OrderBy(observation => observation.X).ThenBy(observation => observation.Y).ToArray();
        var (first, last) = (MedianOf(ordered.AsSpan(0, third)), MedianOf(ordered.AsSpan(ordered.Length - third)));
        return last.X == first.X ? null : WithSlope((last.Y - first.Y) / (last.X - first.X), observations);
    }

    private static Observation MedianOf(ReadOnlySpan<Observation> part)
    {
        var (xs, ys) = (new double[part.Length], new double[part.Length]);
        for (var i = 0; i < part.Length; i++)
        {
            (xs[i], ys[i]) = part[i];
        }

        return new Observation(Medians.Of(xs), Medians.Of(ys));
    }

    private static MedianLine WithSlope(double slope, IReadOnlyList<Observation> observations) =>
        new(slope, Medians.Of([.. observations.Select(observation => observation.Y - (slope * observation.X))]), observations.Count);
}
