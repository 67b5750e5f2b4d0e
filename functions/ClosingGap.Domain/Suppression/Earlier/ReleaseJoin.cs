namespace ClosingGap.Domain.Suppression.Earlier;

/// <summary>
/// Joins one earlier release to the tables of now. Where a line had other parts, the total of now is that of then, more what came and less what went: a
/// reader takes it that the rest is as it was. He cannot where so many students of cells that he does not know came or went that nothing is promised of
/// them any more: such lines are left out. What was the same then and now is not said twice. Of a measure that the release lacks it is taken that nobody was judged.
/// </summary>
internal sealed class ReleaseJoin(
    CountTables tables, EarlierMeasure?[] ofMeasures, LinesByTotal now, SuppressionRules rules, List<ToldCell[]> placed, List<AdditiveLine> lines)
{
    private readonly EarlierMeasure[] _measures = [.. ofMeasures.OfType<EarlierMeasure>()];
    private readonly Dictionary<int, int> _placeOf = [];
    private readonly HashSet<int> _isTwice = [];

    /// <summary>The cells of now that are told apart from what they were: what was told of them bears on them by lines alone.</summary>
    public HashSet<int> Apart { get; } = [];

    /// <summary>Those among them that anybody can work out from what was told: the total of then less what went, all of it told.</summary>
    public HashSet<int> Derived { get; } = [];

    public void Join(IReadOnlyList<AdditiveLine> then)
    {
        var both = then.Select(line => (Then: line, Now: line.Total < tables.CellCount ? now.Of(line) : null)).ToList();
        FindTwice([.. both.Where(pair => pair.Now is not null)]);
        foreach (var (line, ofNow) in both)
        {
            if (ofNow is not null)
            {
                Join(line, ofNow);
            }
        }

        foreach (var (line, _) in both.Where(pair => IsOfThen(pair.Then, pair.Now)))
        {
            lines.Add(LineOf(line));
        }
    }

    /// <summary>A total is another one now where what it is made of came or went, and so are the totals above it.</summary>
    private void FindTwice(List<(AdditiveLine Then, AdditiveLine? Now)> both)
    {
        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var (then, ofNow) in both)
            {
                changed |= (Went(then).Any() || Came(then, ofNow!).Any()) && _isTwice.Add(then.Total);
            }
        }
    }

    private void Join(AdditiveLine then, AdditiveLine ofNow)
    {
        int[] went = [.. Went(then)];
        int[] came = [.. Came(then, ofNow)];
        if ((went.Length == 0 && came.Length == 0) || !IsRestKnown(then.Parts.Except(went)))
        {
            return;
        }

        Apart.Add(then.Total);
        int[] places = [Place(then.Total), .. went.Select(Place)];
        if (came.Length == 0 && places.All(IsTold))
        {
            Derived.Add(then.Total);
        }

        if (then.Parts.Count <= went.Length + came.Length + 1)
        {
            lines.Add(LineOf(then));
        }
        else
        {
            lines.Add(new AdditiveLine(then.Total, [places[0], .. came]) { Less = [.. places.Skip(1)] });
        }
    }

    /// <summary>The line as it was then.</summary>
    private AdditiveLine LineOf(AdditiveLine then) => new(CellOf(then.Total), [.. then.Parts.Where(IsAnybody).Select(CellOf)]);

    private bool IsTold(int place) => !Array.Exists(placed[place - tables.CellCount], static cell => cell.IsHidden);

    private IEnumerable<int> Went(AdditiveLine then) => then.Parts.Where(part => HasChanged(part) && WasAnybody(part));

    private IEnumerable<int> Came(AdditiveLine then, AdditiveLine ofNow) =>
        ofNow.Parts.Where(part => IsNowAnybody(part) && (HasChanged(part) || !then.Parts.Contains(part)));

    /// <summary>Lines of organisations and groups that went.</summary>
    private bool IsOfThen(AdditiveLine then, AdditiveLine? ofNow) => ofNow is null && WasAnybody(then.Total)
        && (then.Total >= tables.CellCount || then.Parts.Any(part => HasChanged(part) && WasAnybody(part)))
        && IsRestKnown(then.Parts.Append(then.Total).Where(cell => !HasChanged(cell)));

    /// <summary>True where a reader may take it that of these cells nobody whom he does not know of came or went.</summary>
    private bool IsRestKnown(IEnumerable<int> rest)
    {
        var cells = rest.Where(cell => cell < tables.CellCount).ToArray();
        for (var measure = 0; measure < ofMeasures.Length; measure++)
        {
            if (ofMeasures[measure] is not { } told)
            {
                continue;
            }

            var moved = 0L;
            foreach (var cell in cells)
            {
                if (told.Published[cell] is { Students.Status: ValueStatus.Suppressed } && told.Cells[cell] is { } then)
                {
                    moved += Math.Abs(tables.Measures[measure].Cells[cell].Students - then.Students);
                }
            }

            if (moved < rules.MinimumStudents)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True for a cell that went, that the release did not have in some measure, or that is another one now.</summary>
    private bool HasChanged(int cell) => cell >= tables.CellCount || _isTwice.Contains(cell) || Array.Exists(_measures, measure => measure.Cells[cell] is null);

    private bool IsAnybody(int cell) => !HasChanged(cell) || WasAnybody(cell);

    private bool WasAnybody(int cell) => Array.Exists(_measures, measure => measure.Cells[cell] is { Students: > 0 });

    private bool IsNowAnybody(int cell) => tables.Measures.Any(measure => measure.Cells[cell].Students > 0);

    private int CellOf(int cell) => HasChanged(cell) ? Place(cell) : cell;

    /// <summary>Where the cell of then is among those that are joined.</summary>
    private int Place(int cell)
    {
        if (!_placeOf.TryGetValue(cell, out var place))
        {
            _placeOf.Add(cell, place = tables.CellCount + placed.Count);
            placed.Add([.. ofMeasures.Select(measure => measure?.Cells[cell] is { } counts && measure.Published[cell] is { } published ? new ToldCell(counts, published) : ToldCell.None)]);
        }

        return place;
    }
}
