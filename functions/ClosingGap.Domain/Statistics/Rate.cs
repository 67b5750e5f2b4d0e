namespace ClosingGap.Domain.Statistics;

/// <summary>A count out of a count, e.g. students chronically absent of students.</summary>
public readonly record struct Rate
{
    /// <summary>Makes a rate.</summary>
    /// <param name="count">How many have the property.</param>
    /// <param name="of">Out of how many; at least <paramref name="count"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count below 0, or above that of which it is a part.</exception>
    public Rate(long count, long of)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfLessThan(of, count);
        Count = count;
        Of = of;
    }

    /// <summary>How many have the property.</summary>
    public long Count { get; }

    /// <summary>Out of how many.</summary>
    public long Of { get; }

    /// <summary>The share, 0 to 1; not a number of nobody.</summary>
    public double Share => Of == 0 ? double.NaN : (double)Count / Of;

    /// <summary>
    /// Wilson's score interval (E. B. Wilson, 1927): it stays within 0 and 1 and is not of width zero at 0 or all. Null for a rate of nobody.
    /// </summary>
    public Interval? Wilson(double level = Confidence.Default)
    {
        if (Of == 0)
        {
            return null;
        }

        var z = Confidence.Normal(level);
        var square = z * z;
        var middle = ((2 * Count) + square) / (2 * (Of + square));
        var half = z * Math.Sqrt(square + (4 * Count * (1 - Share))) / (2 * (Of + square));
        return new Interval(Share, Count == 0 ? 0 : middle - half, Count == Of ? 1 : middle + half);
    }
}
