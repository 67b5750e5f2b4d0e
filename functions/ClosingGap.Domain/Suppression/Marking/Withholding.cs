using ClosingGap.Domain.Suppression.Verification;

namespace ClosingGap.Domain.Suppression.Marking;

/// <summary>
/// Withholds what could not be shown to be protected, in steps: the other parts of its shortest line, then its total, then its short lines, then the short lines
/// of their cells, then as many of the cells that lines join to it as make a bounded block, nearest first, and at last all that lines join to it, however large.
/// No step is taken where only an earlier release is in the way: withholding cannot take back what that one told.
/// </summary>
internal sealed class Withholding(SuppressionPattern pattern, CountTables tables, Func<Failure, bool> isProvenAlone)
{
    private const int ShortestLine = 2;
    private const int ShortLines = 3;
    private const int MostOfAShortLine = 32;
    private const int MostOfABlock = 1_000;
    private const int Block = 5;
    private const int LastStep = 6;
    private readonly Dictionary<int, SortedSet<int>> _cells = [];
    private readonly Dictionary<Failure, int> _steps = [];

    /// <summary>Takes the next step for each. False when there is none.</summary>
    public bool Widen(List<Failure> failures)
    {
        var changed = false;
        var blocks = new HashSet<int>();
        foreach (var failure in failures.Where(failure => !failure.IsDifference))
        {
            // A cell that lies in another one's block waits for what that helps: else its own block would be there already, and it would take everything.
            var last = blocks.Contains(failure.Cell) ? Block - 1 : LastStepOf(failure);
            for (var (step, helped) = (_steps.GetValueOrDefault(failure) + 1, false); step <= last && !helped; step++)
            {
                _steps[failure] = step;
                helped = Widen(failure, step, blocks);
                changed |= helped;
            }
        }

        // What is left to answer of differences is answered at once: a cell that is suppressed has none.
        foreach (var failure in failures.Where(failure => failure.IsDifference && !pattern.IsSuppressed(failure.Cell)))
        {
            pattern.Suppress(failure.Cell, SuppressionReason.Verification);
            changed = true;
        }

        return changed;
    }

    /// <summary>What was withheld, by measure and by what lines join.</summary>
    public IReadOnlyList<WithheldComponent> Components(List<Failure> unproven)
    {
        var components = new List<WithheldComponent>();
        foreach (var failure in unproven)
        {
            Add(failure.Measure, failure.Cell);
        }

        foreach (var (measure, cells) in _cells.OrderBy(pair => pair.Key))
        {
            var open = unproven.Where(failure => failure.Measure == measure).Select(failure => failure.Cell).ToHashSet();
            while (cells.Count > 0)
            {
                var component = Joined(cells.Min, cells.Contains);
                cells.ExceptWith(component);
                components.Add(new(tables.Measures[measure].Measure, [.. component.Order()], [.. component.Where(open.Contains).Order()]));
            }
        }

        return components;
    }

    /// <summary>For a cell of an earlier release no block is withheld: what is lost would be the new one, and a person may see what there is to gain.</summary>
    private int LastStepOf(Failure failure) => pattern.IsFixed(failure.Cell) ? Block - 1 : LastStep;

    private bool Widen(Failure failure, int step, HashSet<int> blocks)
    {
        var changed = Withhold(failure.Measure, failure.Cell);
        if (isProvenAlone(failure))
        {
            return changed;
        }

        foreach (var cell in Around(failure.Cell, step))
        {
            changed |= Withhold(failure.Measure, cell);
            if (step >= Block)
            {
                blocks.Add(cell);
            }
        }

        return changed;
    }

    private IEnumerable<int> Around(int cell, int step)
    {
        if (step >= Block)
        {
            return Joined(cell, static _ => true, step == Block ? MostOfABlock : int.MaxValue);
        }

        if (step <= ShortestLine)
        {
            var shortest = pattern.Lines.LinesOf(cell).ToArray().OrderBy(line => pattern.Lines.Members(line).Length).ThenBy(line => line).Take(1);
            return shortest.SelectMany(line => (step == 1 ? pattern.Lines.Parts(line) : pattern.Lines.Members(line)).ToArray());
        }

        var near = InShortLines(cell).ToList();
        return step == ShortLines ? near : near.SelectMany(InShortLines).Distinct().ToList();
    }

    private IEnumerable<int> InShortLines(int cell) => pattern.Lines.LinesOf(cell).ToArray()
        .Where(line => pattern.Lines.Members(line).Length <= MostOfAShortLine)
        .SelectMany(line => pattern.Lines.Members(line).ToArray());

    private bool Withhold(int measure, int cell)
    {
        Add(measure, cell);
        if (pattern.IsSuppressed(cell) || pattern.IsFixed(cell) || pattern.Sizes[cell] == 0)
        {
            return false;
        }

        pattern.Suppress(cell, SuppressionReason.Withheld);
        return true;
    }

    private void Add(int measure, int cell)
    {
        if (!_cells.TryGetValue(measure, out var cells))
        {
            _cells.Add(measure, cells = []);
        }

        if (pattern.Sizes[cell] > 0 && !pattern.IsFixed(cell))
        {
            cells.Add(cell);
        }
    }

    /// <summary>The cells that lines join to one, nearest first, short lines before long ones, up to so many.</summary>
    private HashSet<int> Joined(int cell, Func<int, bool> counts, int most = int.MaxValue)
    {
        var joined = new HashSet<int> { cell };
        var (open, seenLines) = (new Queue<int>([cell]), new HashSet<int>());
        while (joined.Count < most && open.TryDequeue(out var next))
        {
            foreach (var line in pattern.Lines.LinesOf(next).ToArray().OrderBy(line => pattern.Lines.Members(line).Length))
            {
                if (seenLines.Add(line))
                {
                    foreach (var member in pattern.Lines.Members(line))
                    {
                        if (joined.Count < most && counts(member) && joined.Add(member))
                        {
                            open.Enqueue(member);
                        }
                    }
                }
            }
        }

        return joined;
    }
}
