namespace ClosingGap.Domain.Suppression.Marking;

/// <summary>
/// Fine percents of large cells give away what the coarse range of a small one, or a suppressed one, is to hide. Then they are published in a coarser range.
/// This looks at one line of the release at a time, where bounds alone show it; the attack finds the rest.
/// </summary>
internal sealed class RangeCoarsening(CountTables tables, SuppressionPattern pattern, CompanionSearch companions, SuppressionRules rules)
{
    /// <summary>Coarsens until no line tells too much. Where no coarser range helps, another cell is suppressed.</summary>
    /// <returns>True when cells were suppressed, so that lines have to be looked at again.</returns>
    public bool Close()
    {
        var hasSuppressed = false;
        for (var changed = true; changed;)
        {
            changed = false;
            for (var measure = 0; measure < tables.Measures.Count; measure++)
            {
                for (var line = 0; line < pattern.Lines.OwnCount; line++)
                {
                    while (BoundsOf(measure, line) is { } bounds && Defect(measure, line, bounds) is { } defect)
                    {
                        if (!Coarsen(measure, line, bounds, defect))
                        {
                            if (!Suppress(measure, line, defect))
                            {
                                break;
                            }

                            hasSuppressed = true;
                        }

                        changed = true;
                    }
                }
            }
        }

        return hasSuppressed;
    }

    /// <summary>Null when the total is not known: the line tells nothing by itself. What an earlier release told counts as known.</summary>
    private LineBounds? BoundsOf(int measure, int line)
    {
        var total = pattern.Lines.Total(line);
        if (pattern.IsHidden(measure, total) && !pattern.IsKnown(measure, total))
        {
            return null;
        }

        var (least, most, hidden, students) = (0L, 0L, 0, 0L);
        foreach (var part in pattern.Lines.Parts(line))
        {
            if (pattern.IsHidden(measure, part) && !pattern.IsKnown(measure, part))
            {
                hidden++;
                students += tables.Measures[measure].Cells[part].Students;
            }
            else
            {
                var range = RangeOf(measure, part);
                (least, most) = (least + range.Least, most + range.Most);
            }
        }

        return new LineBounds(RangeOf(measure, total), least, most, hidden, students);
    }

    private (long Least, long Most) RangeOf(int measure, int cell) => pattern.IsKnown(measure, cell)
        ? (tables.Measures[measure].Cells[cell].Outcomes, tables.Measures[measure].Cells[cell].Outcomes)
        : pattern.RangeOf(measure, cell);

    private LineDefect? Defect(int measure, int line, LineBounds bounds)
    {
        var total = pattern.Lines.Total(line);
        foreach (var cell in pattern.Lines.Members(line))
        {
            if (pattern.IsRange(measure, cell))
            {
                var (least, most) = pattern.RangeOf(measure, cell);
                var defect = new LineDefect(cell == total ? LineDefectKind.Total : LineDefectKind.Part, cell, Math.Min(rules.OutcomeWidth, most - least));
                if (Width(bounds, defect, measure) < defect.Width)
                {
                    return defect;
                }
            }
        }

        if (bounds.Hidden == 0)
        {
            return null;
        }

        return bounds.HiddenOutcomes < rules.OutcomeWidth ? new(LineDefectKind.HiddenOutcomes, -1, rules.OutcomeWidth)
            : bounds.HiddenNonOutcomes < rules.OutcomeWidth ? new(LineDefectKind.HiddenNonOutcomes, -1, rules.OutcomeWidth)
            : null;
    }

    private long Width(LineBounds bounds, LineDefect defect, int measure) => defect.Kind switch
    {
        LineDefectKind.Part => bounds.WidthOfPart(pattern.RangeOf(measure, defect.Cell)),
        LineDefectKind.Total => bounds.WidthOfTotal(),
        LineDefectKind.HiddenOutcomes => bounds.HiddenOutcomes,
        _ => bounds.HiddenNonOutcomes,
    };

    /// <summary>Coarsens one cell by as few steps as help: rather a part than the total, rather a small one. False when none helps.</summary>
    private bool Coarsen(int measure, int line, LineBounds bounds, LineDefect defect)
    {
        var total = pattern.Lines.Total(line);
        var before = Width(bounds, defect, measure);
        var (best, bestSteps, bestRank) = (-1, 0, (long.MaxValue, 0, 0, 0L));
        foreach (var cell in pattern.Lines.Members(line))
        {
            for (var steps = 1; cell != defect.Cell && pattern.CanCoarsen(measure, cell, steps); steps++)
            {
                var (now, then) = (pattern.RangeOf(measure, cell), pattern.CoarserRangeOf(measure, cell, steps));
                var width = Width(cell == total ? bounds with { Total = then } : bounds.WithPart(now, then), defect, measure);
                var rank = (-Math.Min(width, defect.Width), cell == total ? 1 : 0, steps, pattern.Sizes[cell]);
                if (width > before && rank.CompareTo(bestRank) < 0)
                {
                    (best, bestSteps, bestRank) = (cell, steps, rank);
                }
            }
        }

        for (var step = 0; step < bestSteps; step++)
        {
            pattern.Coarsen(measure, best);
        }

        return best >= 0;
    }

    private bool Suppress(int measure, int line, LineDefect defect)
    {
        var cell = defect.Kind == LineDefectKind.Part ? defect.Cell : companions.Best(line, measure, mayBeKnown: false, defect.Kind);
        if (cell < 0)
        {
            return false;
        }

        pattern.Suppress(cell, SuppressionReason.Complementary);
        return true;
    }
}
