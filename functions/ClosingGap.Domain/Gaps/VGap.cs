using ClosingGap.Domain.Statistics;

namespace ClosingGap.Domain.Gaps;

/// <summary>The gap over ordered levels that no cut score moves (<see cref="VStatistic"/>). Levels run from worst to best: above 0 the focal group is behind, whatever the measure.</summary>
/// <param name="Value">V, in standard deviations.</param>
/// <param name="Method">How it was found.</param>
public sealed record VGap(double Value, VMethod Method)
{
    /// <summary>
    /// Null when a group is empty or the two do not overlap. A line is taken only where cut points lie on both sides of the middle: V is read from
    /// it at the middle, and a line through points of one tail, where nearly everybody is in one level, says nothing there.
    /// </summary>
    internal static VGap? Between(IReadOnlyList<long> reference, IReadOnlyList<long> focal) =>
        Straddle(reference, focal) && VStatistic.Fitted(reference, focal) is { } fitted ? new(GapInterval.Round(fitted), VMethod.Fitted)
        : VStatistic.Trapezoid(reference, focal) is { } trapezoid ? new(GapInterval.Round(trapezoid), VMethod.Trapezoid)
        : null;

    private static bool Straddle(IReadOnlyList<long> reference, IReadOnlyList<long> focal)
    {
        double all1 = reference.Sum(), all2 = focal.Sum(), below1 = 0, below2 = 0;
        var (isBefore, isAfter) = (false, false);
        for (var level = 0; level < reference.Count - 1; level++)
        {
            below1 += reference[level];
            below2 += focal[level];
            if (below1 > 0 && below1 < all1 && below2 > 0 && below2 < all2)
            {
                var both = (below1 / all1) + (below2 / all2);
                isBefore |= both <= 1;
                isAfter |= both >= 1;
            }
        }

        return isBefore && isAfter;
    }
}
