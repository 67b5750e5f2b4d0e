using ClosingGap.Domain.Suppression;

namespace ClosingGap.Domain.Tests.Suppression.Adversary;

/// <summary>Two tables of one after the other: can both be true, for what is known to have happened between them?</summary>
internal static class ReleasePair
{
    public static bool Fits(CountCell[] before, CountCell[] after, EarlierKnowledge earlier)
    {
        if (earlier.Unchanged.Any(i => before[i] != after[i]))
        {
            return false;
        }

        var n = earlier.Roster?.Students ?? 0;
        var moves = after.Zip(before, (a, b) => (Students: a.Students - b.Students, Outcomes: a.Outcomes - b.Outcomes)).ToList();
        return earlier.Roster?.Change switch
        {
            RosterChange.Joined => moves[0].Students == n && moves.All(m => m.Outcomes >= 0 && m.Students >= m.Outcomes),
            RosterChange.Left => moves[0].Students == -n && moves.All(m => m.Outcomes <= 0 && m.Students <= m.Outcomes),
            RosterChange.Changed => moves.All(m => m.Students == 0 && Math.Abs(m.Outcomes) <= n),
            _ => true
        };
    }
}
