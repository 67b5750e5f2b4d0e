using System.Numerics;

namespace ClosingGap.Domain.Suppression.Marking;

/// <summary>Finds the cell of a line whose suppression protects others in it at the least loss.</summary>
internal sealed class CompanionSearch(CountTables tables, SuppressionPattern pattern, SuppressionRules rules)
{
    private const int CostOfALine = 1;
    private const int CostOfATotal = 4;

    /// <summary>
    /// The best part that is still shown, or the total when no part is left; −1 when neither helps. A cell that an earlier release told is taken only when
    /// there is no other.
    /// </summary>
    /// <param name="line">The line.</param>
    /// <param name="measure">The measure in which it is not safe: a cell that is empty there gives no cover.</param>
    /// <param name="mayBeKnown">Whether a cell helps that an earlier release told.</param>
    /// <param name="lacks">What the cover has to bring: outcomes, non-outcomes, or any student.</param>
    public int Best(int line, int measure, bool mayBeKnown, LineDefectKind? lacks = null)
    {
        var unknown = Of(line, measure, mayBeKnown: false, lacks);
        return unknown >= 0 || !mayBeKnown ? unknown : Of(line, measure, mayBeKnown: true, lacks);
    }

    /// <summary>The smallest part that is still shown and holds anybody; null when there is none.</summary>
    public int? NextSmallest(int line)
    {
        int? best = null;
        foreach (var part in pattern.Lines.Parts(line))
        {
            if (!pattern.IsSuppressed(part) && !pattern.IsFixed(part) && pattern.Sizes[part] > 0 && (best is null || pattern.Sizes[part] < pattern.Sizes[best.Value]))
            {
                best = part;
            }
        }

        return best;
    }

    private int Of(int line, int measure, bool mayBeKnown, LineDefectKind? lacks)
    {
        var best = -1;
        var bestCost = (Cost: long.MaxValue, Size: long.MaxValue);
        foreach (var part in pattern.Lines.Parts(line))
        {
            if (Helps(part, measure, mayBeKnown, lacks) && Cost(part, line) is var cost && cost.CompareTo(bestCost) < 0)
            {
                (best, bestCost) = (part, cost);
            }
        }

        // A total is given up only where no part is left: not where parts give no cover because they were told before, and it was as well.
        var total = pattern.Lines.Total(line);
        if (best < 0 && NextSmallest(line) is not null && !pattern.IsApart(total))
        {
            return -1;
        }

        return best >= 0 || !Helps(total, measure, mayBeKnown, lacks) ? best : total;
    }

    private bool Helps(int cell, int measure, bool mayBeKnown, LineDefectKind? lacks)
    {
        var counts = tables.Measures[measure].Cells[cell];
        var brought = lacks switch
        {
            LineDefectKind.HiddenOutcomes => counts.Outcomes,
            LineDefectKind.HiddenNonOutcomes => counts.NonOutcomes,
            _ => pattern.Movable(measure, cell),
        };
        return brought > 0 && !pattern.IsSuppressed(cell) && !pattern.IsFixed(cell) && (mayBeKnown || !pattern.WouldBeKnown(measure, cell));
    }

    /// <summary>
    /// Small cells first. Dearer are cells that open another line, in which yet another cell has to follow, and cells that are a total. Sizes count by their
    /// binary length: a line that needs no further cell is worth a somewhat larger one.
    /// </summary>
    private (long Cost, long Size) Cost(int cell, int line)
    {
        var size = pattern.Sizes[cell];
        if (rules.Companion == CompanionChoice.NextSmallest)
        {
            return (size, size);
        }

        var weight = 1;
        foreach (var other in pattern.Lines.LinesOf(cell))
        {
            if (other != line)
            {
                weight += (pattern.SuppressedIn(other) == 0 ? CostOfALine : 0) + (pattern.Lines.Total(other) == cell ? CostOfATotal : 0);
            }
        }

        return ((long)weight * (1 + BitOperations.Log2((ulong)size + 1)), size);
    }
}
