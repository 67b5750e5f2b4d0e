using ClosingGap.Domain.Suppression;

namespace ClosingGap.Domain.Tests.Suppression;

/// <summary>
/// A reader with patience: goes through every whole-number table that agrees with what was published of one measure, and notes how far each cell varies.
/// Only for tables of a few small cells. Unbounded cells are followed a little beyond their true value.
/// </summary>
internal sealed class PossibleTables
{
    private const int Beyond = 5;
    private readonly CountTables _tables;
    private readonly IReadOnlyList<CountCell> _truth;
    private readonly PublishedMeasure _published;
    private readonly int[] _leaves;
    private readonly List<(AdditiveLine Line, int[] Leaves)> _lines = [];
    private readonly CountCell[] _values;
    private readonly long[] _least;
    private readonly long[] _most;

    public PossibleTables(CountTables tables, int measure, PublishedMeasure published)
    {
        (_tables, _truth, _published) = (tables, tables.Measures[measure].Cells, published);
        var totals = tables.Lines.Select(line => line.Total).ToHashSet();
        _leaves = [.. Enumerable.Range(0, tables.CellCount).Where(cell => !totals.Contains(cell))];
        _values = new CountCell[tables.CellCount];
        _least = [.. Enumerable.Repeat(long.MaxValue, 3 * tables.CellCount)];
        _most = [.. Enumerable.Repeat(long.MinValue, 3 * tables.CellCount)];
        Go(0);
    }

    public long Count { get; private set; }

    /// <summary>At most how many tables there are to go through.</summary>
    public static double Estimate(CountTables tables, int measure, PublishedMeasure published)
    {
        var totals = tables.Lines.Select(line => line.Total).ToHashSet();
        return Enumerable.Range(0, tables.CellCount).Where(cell => !totals.Contains(cell)).Aggregate(1.0, (product, cell) =>
        {
            var most = tables.Measures[measure].Cells[cell].Students + Beyond;
            return product * (published.Cells[cell].Students.Status == ValueStatus.Suppressed ? (most + 1) * (most + 2) / 2.0 : 4);
        });
    }

    public long StudentSpan(int cell) => _most[3 * cell] - _least[3 * cell];

    public long OutcomeSpan(int cell) => _most[(3 * cell) + 1] - _least[(3 * cell) + 1];

    public long NonOutcomeSpan(int cell) => _most[(3 * cell) + 2] - _least[(3 * cell) + 2];

    private void Go(int leaf)
    {
        if (leaf == _leaves.Length)
        {
            Note();
            return;
        }

        var cell = _leaves[leaf];
        var (least, most) = Students(cell);
        for (var students = least; students <= most; students++)
        {
            _values[cell] = new CountCell(students, 0);
            if (!FitsSoFar(leaf, cell))
            {
                break;
            }

            var (fewest, highest) = OutcomeRange.Of(students, _published.Cells[cell].Percent);
            for (var outcomes = fewest; outcomes <= highest; outcomes++)
            {
                _values[cell] = new CountCell(students, outcomes);
                Go(leaf + 1);
            }
        }

        _values[cell] = default;
    }

    private (long Least, long Most) Students(int cell) => _published.Cells[cell].Students switch
    {
        { Status: ValueStatus.Exact, Value: { } value } => ((long)value, (long)value),
        { Status: ValueStatus.NotApplicable } => (0, 0),
        _ => (0, _truth[cell].Students + Beyond),
    };

    /// <summary>Totals never hold fewer than the parts so far; leaves not reached yet count nothing.</summary>
    private bool FitsSoFar(int leaf, int cell)
    {
        foreach (var line in _tables.Lines.Where(line => line.Parts.Contains(cell)))
        {
            var sum = line.Parts.Where(part => Array.IndexOf(_leaves, part) is var at && at >= 0 && at <= leaf).Sum(part => _values[part].Students);
            if (sum > Students(line.Total).Most)
            {
                return false;
            }
        }

        return true;
    }

    private void Note()
    {
        // Totals of leaves first; a total of totals is set once its parts are.
        var known = _leaves.ToHashSet();
        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var line in _tables.Lines.Where(line => !known.Contains(line.Total) && line.Parts.All(known.Contains)))
            {
                _values[line.Total] = Sum(line);
                changed = known.Add(line.Total);
            }
        }

        if (_tables.Lines.Any(line => Sum(line) != _values[line.Total]) || Enumerable.Range(0, _values.Length).Any(cell => !Agrees(cell)))
        {
            return;
        }

        Count++;
        for (var cell = 0; cell < _values.Length; cell++)
        {
            long[] numbers = [_values[cell].Students, _values[cell].Outcomes, _values[cell].NonOutcomes];
            for (var i = 0; i < 3; i++)
            {
                _least[(3 * cell) + i] = Math.Min(_least[(3 * cell) + i], numbers[i]);
                _most[(3 * cell) + i] = Math.Max(_most[(3 * cell) + i], numbers[i]);
            }
        }
    }

    private CountCell Sum(AdditiveLine line) => new(line.Parts.Sum(part => _values[part].Students), line.Parts.Sum(part => _values[part].Outcomes));

    private bool Agrees(int cell)
    {
        var (least, most) = Students(cell);
        var (fewest, highest) = OutcomeRange.Of(_values[cell].Students, _published.Cells[cell].Percent);
        return _values[cell].Students >= least && _values[cell].Students <= most && _values[cell].Outcomes >= fewest && _values[cell].Outcomes <= highest;
    }
}
