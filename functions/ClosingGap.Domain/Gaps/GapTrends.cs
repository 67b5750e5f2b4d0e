using ClosingGap.Domain.Statistics;

namespace ClosingGap.Domain.Gaps;

/// <summary>Finds what became of a gap. Never speaks of closing where the interval of the change covers 0.</summary>
public static class GapTrends
{
    /// <summary>The trend from the first to the last of the pairs; null with fewer than two.</summary>
    /// <param name="pairs">The rates of both groups, the first first.</param>
    /// <param name="isAdverse">True where more is worse.</param>
    /// <param name="minimumStudents">Below it at either end and in either group there is no word.</param>
    /// <param name="withPoints">Whether the single pairs are told too.</param>
    /// <param name="rounding">By how much each rate may differ from the true one, as it was rounded; all intervals are wider by that. A share, 0 where it is exact.</param>
    public static GapTrend? Of(IReadOnlyList<RatePair> pairs, bool isAdverse, int minimumStudents, bool withPoints, double rounding = 0)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        if (pairs.Count < 2)
        {
            return null;
        }

        var (first, last) = (pairs[0], pairs[^1]);
        var (before, now) = (Wider(first.Difference, 2 * rounding), Wider(last.Difference, 2 * rounding));
        var change = Wider(GapChange.Between(first.Difference, last.Difference), 4 * rounding);
        var reference = Wider(RateGap.Newcombe(last.Reference, first.Reference)!.Value, 2 * rounding);
        var focal = Wider(RateGap.Newcombe(last.Focal, first.Focal)!.Value, 2 * rounding);
        var word = Math.Min(first.Fewest, last.Fewest) < minimumStudents ? (GapTrendWord?)null
            : WordOf(Better(before, isAdverse), Better(now, isAdverse), change, Better(reference, isAdverse), Better(focal, isAdverse));
        return new GapTrend(
            first.On,
            last.On,
            GapInterval.From(change)!,
            GapInterval.Round((change.High - change.Low) / 2 / Confidence.Normal(Confidence.Default)),
            GapInterval.From(reference)!,
            GapInterval.From(focal)!,
            word,
            withPoints ? [.. pairs.Select(pair => new GapTrendPoint(pair.On, GapSide.Of(pair.Reference), GapSide.Of(pair.Focal), GapInterval.From(Wider(pair.Difference, 2 * rounding))!))] : null);
    }

    /// <summary>The word for a change. All intervals are turned so that more is better; only the change's own sign does not matter.</summary>
    private static GapTrendWord WordOf(Interval before, Interval now, Interval change, Interval reference, Interval focal)
    {
        if (GapInterval.Published(change).Covers(0))
        {
            return GapTrendWord.NoClearChange;
        }

        if (!before.Covers(0) && !now.Covers(0) && Math.Sign(before.Estimate) != Math.Sign(now.Estimate))
        {
            return GapTrendWord.Reversed;
        }

        // The group behind caught up, and is not clearly ahead: whatever the two sizes are, that is no wider gap.
        var caughtUp = now.Covers(0) && Math.Sign(before.Estimate) != Math.Sign(now.Estimate);
        if (caughtUp && before.Covers(0))
        {
            return GapTrendWord.NoClearChange;
        }

        if (!caughtUp && Math.Abs(now.Estimate) >= Math.Abs(before.Estimate))
        {
            return GapTrendWord.Widening;
        }

        var (ahead, behind) = before.Estimate >= 0 ? (reference, focal) : (focal, reference);
        var fellAlone = ahead.High < 0 && !(behind.Low > 0);
        return fellAlone || behind.Estimate <= 0 ? GapTrendWord.ClosedByDecline : GapTrendWord.Closing;
    }

    private static Interval Wider(Interval interval, double by) => new(interval.Estimate, interval.Low - by, interval.High + by);

    private static Interval Better(Interval interval, bool isAdverse)
    {
        var told = GapInterval.Published(interval);
        return isAdverse ? new Interval(-told.Estimate, -told.High, -told.Low) : told;
    }
}
