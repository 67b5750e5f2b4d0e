using ClosingGap.Domain.Suppression.Verification;

namespace ClosingGap.Domain.Suppression.Marking;

/// <summary>Answers an attack: one more cell for each cell that was not shown to be protected, a coarser range for each difference that tells too much.</summary>
internal sealed class Escalation(SuppressionPattern pattern, CompanionSearch companions)
{
    /// <summary>False when nothing could be done for any of them.</summary>
    public bool Answer(List<Failure> failures)
    {
        var answered = new HashSet<int>();
        var changed = false;
        foreach (var failure in failures)
        {
            if (failure.IsDifference)
            {
                if (!pattern.IsSuppressed(failure.Cell) && !pattern.Coarsen(failure.Measure, failure.Cell))
                {
                    pattern.Suppress(failure.Cell, SuppressionReason.Verification);
                }

                changed = true;
                continue;
            }

            // A cell suppressed for one of them may help all in its lines; whom it did not help is there again in the next round.
            if (Overlaps(failure.Cell, answered))
            {
                continue;
            }

            if (Companion(failure) is { } companion)
            {
                pattern.Suppress(companion, SuppressionReason.Verification);
                answered.UnionWith(pattern.Lines.LinesOf(companion).ToArray());
                changed = true;
            }
        }

        return changed;
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

    /// <summary>The best cell of its own lines, else of the lines of the suppressed cells there, else the cell itself.</summary>
    private int? Companion(Failure failure)
    {
        var own = Best(failure, failure.Cell);
        if (own is not null)
        {
            return own;
        }

        foreach (var line in pattern.Lines.LinesOf(failure.Cell))
        {
            foreach (var neighbour in pattern.Lines.Members(line))
            {
                if (neighbour != failure.Cell && pattern.IsHidden(failure.Measure, neighbour) && Best(failure, neighbour) is { } found)
                {
                    return found;
                }
            }
        }

        return pattern.IsSuppressed(failure.Cell) ? null : failure.Cell;
    }

    private int? Best(Failure failure, int cell)
    {
        int? best = null;
        foreach (var line in pattern.Lines.LinesOf(cell))
        {
            var found = companions.Of(line, failure.Measure, pattern.IsKnown(failure.Measure, failure.Cell));
            if (found >= 0 && found != failure.Cell && (best is null || pattern.Sizes[found] < pattern.Sizes[best.Value]))
            {
                best = found;
            }
        }

        return best;
    }
}
