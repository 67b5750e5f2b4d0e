using MathNet.Numerics.Distributions;

namespace ClosingGap.Domain.Statistics;

/// <summary>
/// The gap between two distributions over ordered levels, which no change of the scale or of a cut score alters (Ho and Reardon, 2012):
/// V = √2·Φ⁻¹(P), P the chance that a student of the first group stands above one of the second.
/// </summary>
public static class VStatistic
{
    /// <summary>P(a &gt; b) + ½·P(a = b), from counts by level, lowest level first. Null when a group is empty.</summary>
    public static double? Superiority(IReadOnlyList<long> first, IReadOnlyList<long> second)
    {
        Check(first, second);
        double pairs = 0, below = 0;
        for (var level = 0; level < first.Count; level++)
        {
            pairs += first[level] * (below + (second[level] / 2d));
            below += second[level];
        }

        double all = first.Sum() * below;
        return all == 0 ? null : pairs / all;
    }

    /// <summary>V straight from <see cref="Superiority"/>: coarse with few levels. Null when a group is empty or the groups do not overlap.</summary>
    public static double? Trapezoid(IReadOnlyList<long> first, IReadOnlyList<long> second) =>
        Superiority(first, second) is { } chance and > 0 and < 1 ? Math.Sqrt(2) * Normal.InvCDF(0, 1, chance) : null;

    /// <summary>
    /// V by a line through the probits of both cumulative shares at the cut points, probit(F_b) = c + s·probit(F_a), V = √2·c/√(1 + s²).
    /// Wants two cut points at which both shares are neither 0 nor 1; null with fewer.
    /// </summary>
    public static double? Fitted(IReadOnlyList<long> first, IReadOnlyList<long> second)
    {
        Check(first, second);
        double allFirst = first.Sum(), allSecond = second.Sum();
        var points = new List<Observation>();
        double below1 = 0, below2 = 0;
        for (var level = 0; level < first.Count - 1; level++)
        {
            below1 += first[level];
            below2 += second[level];
            if (below1 > 0 && below1 < allFirst && below2 > 0 && below2 < allSecond)
            {
                points.Add(new Observation(Normal.InvCDF(0, 1, below1 / allFirst), Normal.InvCDF(0, 1, below2 / allSecond)));
            }
        }

        return LinearFit.Through(points) is { } line ? Math.Sqrt(2) * line.Intercept / Math.Sqrt(1 + (line.Slope * line.Slope)) : null;
    }

    private static void Check(IReadOnlyList<long> first, IReadOnlyList<long> second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        if (first.Count != second.Count)
        {
            throw new ArgumentException("Both groups have counts for the same levels.", nameof(second));
        }
    }
}
