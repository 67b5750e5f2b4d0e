using ClosingGap.Domain.Suppression;

namespace ClosingGap.Domain.Tests.Suppression.Adversary;

/// <summary>
/// What is published, as unknowns and sums: of every cell its students, outcomes and non-outcomes; lines hold for each of the three;
/// shown values are bounds. An earlier release stands beside it, tied by what is known to have happened between them.
/// </summary>
internal sealed class AttackModel
{
    private static readonly Quantity[] s_counts = [Quantity.Students, Quantity.Outcomes, Quantity.NonOutcomes];

    private readonly IReadOnlyList<AdditiveLine> _lines;
    private readonly AttackOptions _options;
    private readonly int _cells;
    private readonly int _earlier;
    private readonly int _added;
    private readonly int _addedBefore;
    private readonly int _addedInAll;

    /// <param name="beside">Other measures that are known to judge the same students.</param>
    public AttackModel(
        IReadOnlyList<AdditiveLine> lines, IReadOnlyList<PublishedCell> now, EarlierKnowledge? earlier, IReadOnlyList<PublishedMeasure> beside, AttackOptions options)
    {
        _lines = lines;
        _options = options;
        _cells = now.Count;
        var ofNow = AddRelease(now);
        if (earlier is not null)
        {
            _earlier = AddRelease(earlier.Cells);
            _added = AddChanges(earlier, ofNow, _earlier);
            if (earlier.Before is { } first)
            {
                _addedBefore = AddChanges(first, _earlier, AddRelease(first.Cells));
                _addedInAll = AddTogether(_added, _addedBefore);
            }
        }

        foreach (var measure in beside)
        {
            var first = AddRelease(measure.Cells);
            for (var cell = 0; cell < _cells; cell++)
            {
                System.AddSum([(cell * 3, 1), (first + (cell * 3), -1)], 0, 0);
            }
        }
    }

    public IntegerSystem System { get; } = new();

    public int Of(int cell, Quantity quantity) => quantity switch
    {
        Quantity.Added => _added + (cell * 3) + 1,
        Quantity.AddedBefore => _addedBefore + (cell * 3) + 1,
        Quantity.AddedInAll => _addedInAll + cell,
        Quantity.EarlierStudents or Quantity.EarlierOutcomes or Quantity.EarlierNonOutcomes => _earlier + (cell * 3) + (quantity - Quantity.EarlierStudents),
        _ => (cell * 3) + (int)quantity
    };

    /// <summary>Adds what follows from several lines together. False: no table exists.</summary>
    public bool Derive()
    {
        foreach (var quantity in s_counts)
        {
            DerivedSums.Add(System, u => u % 3 == (int)quantity);
        }

        return System.NarrowAll();
    }

    /// <summary>The true table in the order of the unknowns.</summary>
    public static long[] Truth(
        IReadOnlyList<CountCell> now, IReadOnlyList<CountCell?>? earlier, IReadOnlyList<MeasureTable>? beside = null, IReadOnlyList<CountCell?>? before = null)
    {
        var truth = new List<long>();
        truth.AddRange(now.SelectMany(Counts));
        if (earlier is not null)
        {
            truth.AddRange(earlier.SelectMany(c => Counts(c ?? default)));
            truth.AddRange(now.Zip(earlier).SelectMany(p => Counts(p.First).Zip(Counts(p.Second ?? default), (a, b) => a - b)));
        }

        if (before is not null)
        {
            truth.AddRange(before.SelectMany(c => Counts(c ?? default)));
            truth.AddRange(earlier!.Zip(before).SelectMany(p => Counts(p.First ?? default).Zip(Counts(p.Second ?? default), (a, b) => a - b)));
            truth.AddRange(now.Zip(before).Select(p => p.First.Outcomes - (p.Second ?? default).Outcomes));
        }

        truth.AddRange((beside ?? []).SelectMany(m => m.Cells).SelectMany(Counts));
        return [.. truth];
    }

    private static long[] Counts(CountCell cell) => [cell.Students, cell.Outcomes, cell.Students - cell.Outcomes];

    /// <returns>The first of its unknowns.</returns>
    private int AddRelease(IReadOnlyList<PublishedCell?> cells)
    {
        var first = System.Unknowns;
        foreach (var cell in cells)
        {
            AddCell(cell);
        }

        foreach (var line in _lines)
        {
            // A line that the release did not have says nothing.
            if (cells[line.Total] is null || line.Parts.Any(p => cells[p] is null))
            {
                continue;
            }

            AddLine(line, first);
        }

        return first;
    }

    private void AddLine(AdditiveLine line, int first)
    {
        foreach (var quantity in s_counts)
        {
            System.AddSum([(first + (line.Total * 3) + (int)quantity, 1), .. line.Parts.Select(p => (first + (p * 3) + (int)quantity, -1L))], 0, 0);
        }
    }

    private void AddCell(PublishedCell? cell)
    {
        var (least, most) = cell?.Students switch
        {
            { Status: ValueStatus.Exact } shown => ((long)shown.Value!.Value, (long)shown.Value!.Value),
            { Status: ValueStatus.Range } shown => ((long)shown.Low!.Value, (long)shown.High!.Value),
            { Status: ValueStatus.NotApplicable } => (0, 0),
            { Status: ValueStatus.Suppressed } when _options.KnowsEmpty => (1, _options.MostStudents),
            _ => (0, _options.MostStudents)
        };
        var percent = cell is null ? null : ShownPercent.Of(cell.Percent, _options.KnowsRounding);
        var students = System.AddUnknown(least, most);
        if (least == most && percent is { } known)
        {
            var (low, high) = (known.Least(most), known.Most(most));
            AddShare(students, System.AddUnknown(low, high), System.AddUnknown(most - high, most - low));
            return;
        }

        var outcomes = System.AddUnknown(0, most);
        AddShare(students, outcomes, System.AddUnknown(0, most));
        if (percent is { } shown2)
        {
            System.AddSum([(outcomes, 1000), (students, -shown2.LowTenths)], 0, long.MaxValue / 4);
            System.AddSum([(outcomes, 1000), (students, -shown2.HighTenths)], long.MinValue / 4, shown2.HighIsOpen ? -1 : 0);
        }
    }

    private void AddShare(int students, int outcomes, int others) => System.AddSum([(students, 1), (outcomes, -1), (others, -1)], 0, 0);

    /// <returns>The first unknown of the differences between a release and the one before it.</returns>
    private int AddChanges(EarlierKnowledge earlier, int release, int before)
    {
        var first = System.Unknowns;
        var parts = _lines.SelectMany(l => l.Parts).ToHashSet();
        for (var cell = 0; cell < _cells; cell++)
        {
            var isKept = earlier.Cells[cell] is not null;
            foreach (var quantity in s_counts)
            {
                var (low, high) = !isKept ? (0, _options.MostStudents) : earlier.Unchanged.Contains(cell) ? (0, 0) : Change(quantity, earlier.Roster, !parts.Contains(cell));
                if (isKept && quantity == Quantity.Students && earlier.Moved is { } moved)
                {
                    (low, high) = (moved[cell], moved[cell]);
                }

                var change = System.AddUnknown(low, high);
                System.AddSum(
                    [(release + (cell * 3) + (int)quantity, 1), (before + (cell * 3) + (int)quantity, -1), (change, -1)],
                    isKept ? 0 : -_options.MostStudents,
                    isKept ? 0 : _options.MostStudents);
            }

            AddShare(first + (cell * 3), first + (cell * 3) + 1, first + (cell * 3) + 2);
        }

        foreach (var line in _lines.Where(l => earlier.Cells[l.Total] is not null && l.Parts.All(p => earlier.Cells[p] is not null)))
        {
            AddLine(line, first);
        }

        return first;
    }

    /// <summary>The outcomes that two differences of a cell add together.</summary>
    private int AddTogether(int added, int addedBefore)
    {
        var first = System.Unknowns;
        for (var cell = 0; cell < _cells; cell++)
        {
            var together = System.AddUnknown(-_options.MostStudents, _options.MostStudents);
            System.AddSum([(added + (cell * 3) + 1, 1), (addedBefore + (cell * 3) + 1, 1), (together, -1)], 0, 0);
        }

        return first;
    }

    /// <summary>By how much a cell can have grown. Of all students together (nobody's part) it is known exactly.</summary>
    private (long Low, long High) Change(Quantity quantity, (RosterChange Change, int Students)? roster, bool isAll) => (roster, quantity) switch
    {
        (null, _) => (-_options.MostStudents, _options.MostStudents),
        ((RosterChange.Changed, _), Quantity.Students) => (0, 0),
        ((RosterChange.Changed, var n), _) => (-n, n),
        ((RosterChange.Joined, var n), Quantity.Students) when isAll => (n, n),
        ((RosterChange.Joined, var n), _) => (0, n),
        ((_, var n), Quantity.Students) when isAll => (-n, -n),
        ((_, var n), _) => (-n, 0)
    };
}
