using ClosingGap.Domain.Suppression.Verification;

namespace ClosingGap.Domain.Suppression.Marking;

/// <summary>
/// Answers an attack. For a difference that tells too much: a coarser range. For a range that is too narrow: first a coarser range beside it. Else one more
/// suppressed cell, in the line that leaves least open.
/// </summary>
internal sealed class Escalation(SuppressionPattern pattern, CompanionSearch companions, SuppressionRules rules)
{
    /// <summary>A coarser range loses far less than a cell: in districts of some hundred students, two only cost three times as many suppressed cells as eight.</summary>
    private const int CoarseningsOfACell = 8;
    private readonly Dictionary<Failure, int> _coarsenings = [];
    private readonly HashSet<Failure> _answeredBefore = [];

    /// <summary>False when nothing could be done for any of them.</summary>
    public bool Answer(List<Failure> failures)
    {
        var answered = new HashSet<int>();
        var changed = false;
        foreach (var failure in failures)
        {
            if (failure.IsDifference)
            {
                changed |= AnswerDifference(failure);
            }
            else if (!pattern.IsSuppressed(failure.Cell) && CoarsenBeside(failure))
            {
                changed = true;
            }
            else if (!Overlaps(failure.Cell, answered) && Companion(failure) is { } companion)
            {
                // A cell suppressed for one of them may help all in its lines; whom it did not help is there again in the next round.
                pattern.Suppress(companion, SuppressionReason.Verification);
                answered.UnionWith(pattern.Lines.LinesOf(companion).ToArray());
                changed = true;
            }
        }

        return changed;
    }

    private bool AnswerDifference(Failure failure)
    {
        if (pattern.IsSuppressed(failure.Cell))
        {
            return false;
        }

        if (!pattern.Coarsen(failure.Measure, failure.Cell))
        {
            pattern.Suppress(failure.Cell, SuppressionReason.Verification);
        }

        return true;
    }

    private bool CoarsenBeside(Failure failure)
    {
        var done = _coarsenings.GetValueOrDefault(failure);
        if (done >= CoarseningsOfACell)
        {
            return false;
        }

        _coarsenings[failure] = done + 1;
        foreach (var line in TightestFirst(failure, [failure.Cell]))
        {
            var best = -1;
            foreach (var cell in pattern.Lines.Members(line))
            {
                if (cell != failure.Cell && pattern.CanCoarsen(failure.Measure, cell) && (best < 0 || pattern.Sizes[cell] < pattern.Sizes[best]))
                {
                    best = cell;
                }
            }

            if (best >= 0)
            {
                return pattern.Coarsen(failure.Measure, best);
            }
        }

        return false;
    }

    /// <summary>
    /// The best cell of the tightest of its own lines. When that did not help before, what is in the way lies further off: the tightest line of its suppressed
    /// neighbours is next.
    /// </summary>
    private int? Companion(Failure failure)
    {
        var own = TightestFirst(failure, [failure.Cell]);
        if (_answeredBefore.Add(failure))
        {
            return Best(failure, own) ?? Best(failure, TightestFirst(failure, Neighbours(failure, own))) ?? Itself(failure);
        }

        return Best(failure, TightestFirst(failure, Neighbours(failure, own))) ?? Best(failure, own) ?? Itself(failure);
    }

    private int? Itself(Failure failure) => pattern.IsSuppressed(failure.Cell) ? null : failure.Cell;

    private int? Best(Failure failure, IEnumerable<int> lines)
    {
        foreach (var line in lines)
        {
            var found = companions.Best(line, failure.Measure, pattern.IsKnown(failure.Measure, failure.Cell));
            if (found >= 0)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>The suppressed cells of its tightest line.</summary>
    private IEnumerable<int> Neighbours(Failure failure, IEnumerable<int> own) => own.Take(1)
        .SelectMany(line => pattern.Lines.Members(line).ToArray())
        .Where(cell => cell != failure.Cell && pattern.IsHidden(failure.Measure, cell));

    private IEnumerable<int> TightestFirst(Failure failure, IEnumerable<int> cells) => cells
        .SelectMany(cell => pattern.Lines.LinesOf(cell).ToArray().Select(line => (line, slack: Slack(failure with { Cell = cell }, line))))
        .OrderBy(found => found.slack)
        .Select(found => found.line)
        .Distinct();

    /// <summary>How many outcomes the other cells of the line leave open.</summary>
    private long Slack(Failure failure, int line)
    {
        var slack = 0L;
        foreach (var cell in pattern.Lines.Members(line))
        {
            if (cell == failure.Cell || pattern.IsKnown(failure.Measure, cell))
            {
                continue;
            }

            var (least, most) = pattern.RangeOf(failure.Measure, cell);
            slack += pattern.IsHidden(failure.Measure, cell)
                ? Math.Min(rules.MinimumStudents, pattern.Movable(failure.Measure, cell))
                : pattern.IsSuppressed(failure.Cell) ? 0 : most - least;
        }

        return slack;
    }

    private bool Overlaps(int cell, HashSet<int> answered)
    {
        foreach (var line in pattern.Lines.LinesOf(cell))
        {
            if (answered.Contains(line))
            {
                return true;
            }
        }

        return false;
    }
}
