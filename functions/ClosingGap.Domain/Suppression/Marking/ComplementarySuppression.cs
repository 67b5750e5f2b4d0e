namespace ClosingGap.Domain.Suppression.Marking;

/// <summary>
/// Suppresses more cells until no line, in no measure, has exactly one suppressed cell, or suppressed parts that are together fewer than the minimum. All lines
/// are gone through until nothing changes.
/// </summary>
internal sealed class ComplementarySuppression(CountTables tables, SuppressionPattern pattern, SuppressionRules rules)
{
    private readonly CompanionSearch _companions = new(tables, pattern, rules);

    /// <summary>Reaches the fixed point. Lines that cannot be made safe are left: the verification finds them.</summary>
    public void Close()
    {
        for (var changed = true; changed;)
        {
            changed = false;
            pattern.FindEmpty();
            for (var turn = 0; turn < pattern.Lines.Count; turn++)
            {
                // Those that join two releases first: there is but one answer to them, the total of now, and it helps in the other lines.
                var line = (turn + pattern.Lines.OwnCount) % pattern.Lines.Count;
                while (pattern.SuppressedIn(line) > 0 && CompanionFor(line) is { } companion)
                {
                    pattern.Suppress(companion, SuppressionReason.Complementary);
                    changed = true;
                }
            }
        }
    }

    /// <summary>The cell to be suppressed in a line that is not safe; null when it is, or when nothing helps.</summary>
    private int? CompanionFor(int line)
    {
        for (var measure = 0; measure < tables.Measures.Count; measure++)
        {
            // Against who knows this release only, everything suppressed is unknown; against who has the earlier ones, what they told is not.
            foreach (var withKnown in (bool[])[true, false])
            {
                if (!IsSafe(line, State(line, measure, withKnown)) && _companions.Best(line, measure, withKnown) is var companion and >= 0)
                {
                    return companion;
                }
            }
        }

        return rules.Companion == CompanionChoice.NextSmallest && line < pattern.Lines.OwnCount && LacksNextSmallest(line) ? _companions.NextSmallest(line) : null;
    }

    /// <summary>Of a line that joins two releases parts have no sum that could be small.</summary>
    private bool IsSafe(int line, LineState state) => line < pattern.Lines.OwnCount ? state.IsSafe(rules.MinimumStudents) : state.Unknown != 1;

    private LineState State(int line, int measure, bool withKnown)
    {
        var (unknown, students, total) = (0, 0L, pattern.Lines.Total(line));
        foreach (var cell in pattern.Lines.Members(line))
        {
            if (pattern.IsHidden(measure, cell) && (withKnown || !pattern.IsKnown(measure, cell)))
            {
                unknown++;
                students += cell == total ? 0 : pattern.Movable(measure, cell);
            }
        }

        return new LineState(unknown, students, pattern.IsHidden(measure, total) && (withKnown || !pattern.IsKnown(measure, total)));
    }

    private bool LacksNextSmallest(int line)
    {
        var hasPrimary = false;
        foreach (var part in pattern.Lines.Parts(line))
        {
            if (pattern.IsSuppressed(part) && pattern.ReasonOf(part) != SuppressionReason.Primary)
            {
                return false;
            }

            hasPrimary |= pattern.IsSuppressed(part);
        }

        return hasPrimary;
    }
}
