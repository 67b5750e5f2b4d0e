using ClosingGap.Domain.Suppression;

namespace ClosingGap.Domain.Tests.Suppression.Adversary;

/// <summary>
/// A state at two releases between which districts and schools came and went while nobody else changed: the tables of both, and all that a reader of both
/// has as one table, in which an organisation that is another one now stands twice.
/// </summary>
internal sealed class ChangedState
{
    private readonly TableShape _shape;
    private readonly int _slots;
    private readonly bool[] _was;
    private readonly bool[] _is;
    private readonly bool[] _isTwice;

    public ChangedState(TableShape shape, IReadOnlyList<InventedStudent> students, System.Random random)
    {
        _shape = shape;
        var organisations = 1 + shape.SchoolsOfDistricts.Count + shape.Schools;
        _slots = shape.Cells / organisations;
        (_was, _is, _isTwice) = (Fill(organisations), Fill(organisations), new bool[organisations]);
        Change(random);
        var first = 1 + shape.SchoolsOfDistricts.Count;
        var all = shape.Count(students);
        var (then, now) = (
            shape.Count([.. students.Where(student => _was[first + student.School])]),
            shape.Count([.. students.Where(student => _is[first + student.School])]));
        int[] cellsThen = [.. Cells(_was)];
        int[] cellsNow = [.. Cells(_is)];
        (Then, Now) = (Table(cellsThen, Lines(all.Lines, _was), then.Measures), Table(cellsNow, Lines(all.Lines, _is), now.Measures));
        Gone = [.. cellsThen.Except(cellsNow)];
        (CellsThen, CellsNow) = (cellsThen, cellsNow);
        PlacesThen = [.. cellsThen.Select(cell => _isTwice[cell / _slots] || !_is[cell / _slots] ? cell : cell + shape.Cells)];
        PlacesNow = [.. cellsNow.Select(cell => cell + shape.Cells)];
        Both = new CountTables(
            2 * shape.Cells,
            [.. Placed(Then.Lines, PlacesThen).Concat(Placed(Now.Lines, PlacesNow)).DistinctBy(line => (line.Total, line.Parts.Order().First(), line.Parts.Count))],
            [.. then.Measures.Zip(now.Measures, Joined)]);
    }

    public CountTables Then { get; }

    public CountTables Now { get; }

    /// <summary>Both together; cells of organisations that are in neither, or the same in both, are empty and in no line.</summary>
    public CountTables Both { get; }

    /// <summary>Where each cell of then is in both.</summary>
    public int[] PlacesThen { get; }

    /// <summary>Where each cell of now is in both.</summary>
    public int[] PlacesNow { get; }

    private int[] Gone { get; }

    private int[] CellsThen { get; }

    private int[] CellsNow { get; }

    /// <summary>The release of then, brought to the cells of now.</summary>
    public EarlierRelease Earlier(IReadOnlyList<PublishedMeasure> published)
    {
        int[] order = [.. CellsNow, .. Gone];
        var places = order.Select((cell, place) => (cell, place)).ToDictionary(pair => pair.cell, pair => pair.place);
        int[] sources = [.. order.Select(cell => Array.IndexOf(CellsThen, cell))];
        return new EarlierRelease([.. Then.Measures.Zip(published, (table, told) => new EarlierMeasure(
            table.Measure,
            [.. sources.Select(cell => cell < 0 ? (CountCell?)null : table.Cells[cell])],
            [.. sources.Select(cell => cell < 0 ? null : told.Cells[cell])]))])
        {
            GoneCells = Gone.Length,
            Lines = [.. Then.Lines.Select(line => new AdditiveLine(places[CellsThen[line.Total]], [.. line.Parts.Select(part => places[CellsThen[part]])]))],
        };
    }

    /// <summary>All that was published, at the places of both: what is told in either is told.</summary>
    public IReadOnlyList<PublishedMeasure> Merge(IReadOnlyList<PublishedMeasure> then, IReadOnlyList<PublishedMeasure> now)
    {
        var merged = new List<PublishedMeasure>();
        for (var measure = 0; measure < then.Count; measure++)
        {
            var cells = Enumerable.Repeat(PublishedCell.NotApplicable, Both.CellCount).ToArray();
            for (var cell = 0; cell < PlacesNow.Length; cell++)
            {
                cells[PlacesNow[cell]] = now[measure].Cells[cell];
            }

            for (var cell = 0; cell < PlacesThen.Length; cell++)
            {
                var place = PlacesThen[cell];
                cells[place] = PlacesNow.Contains(place) ? More(then[measure].Cells[cell], cells[place]) : then[measure].Cells[cell];
            }

            merged.Add(new PublishedMeasure(then[measure].Measure, cells));
        }

        return merged;
    }

    /// <summary>Districts, and schools of districts that stay, come and go; one district at least stays as it is.</summary>
    private void Change(System.Random random)
    {
        var (districts, school) = (_shape.SchoolsOfDistricts.Count, 1 + _shape.SchoolsOfDistricts.Count);
        var staying = random.Next(0, districts);
        for (var district = 0; district < districts; district++)
        {
            var schools = _shape.SchoolsOfDistricts[district];
            var fate = district == staying ? 9 : random.Next(0, 9);
            if (fate < 3)
            {
                (_was[1 + district], _is[1 + district]) = (fate != 0, fate == 0);
            }

            for (var one = school; one < school + schools; one++)
            {
                (_was[one], _is[one]) = (_was[1 + district], _is[1 + district]);
            }

            if (fate is 3 or 4 && schools > 1)
            {
                (_was[school], _is[school], _isTwice[1 + district]) = (fate == 3, fate == 4, true);
            }

            _isTwice[0] |= fate < 3 || _isTwice[1 + district];
            school += schools;
        }
    }

    private MeasureTable Joined(MeasureTable then, MeasureTable now)
    {
        var cells = new CountCell[2 * _shape.Cells];
        for (var cell = 0; cell < CellsThen.Length; cell++)
        {
            cells[PlacesThen[cell]] = then.Cells[CellsThen[cell]];
        }

        for (var cell = 0; cell < CellsNow.Length; cell++)
        {
            cells[PlacesNow[cell]] = now.Cells[CellsNow[cell]];
        }

        return new MeasureTable(then.Measure, cells);
    }

    private static PublishedCell More(PublishedCell one, PublishedCell other) =>
        other.Students.Status == ValueStatus.Suppressed || Width(one) < Width(other) ? one.Students.Status == ValueStatus.Suppressed ? other : one : other;

    private static decimal Width(PublishedCell cell) => cell.Percent.Status == ValueStatus.Range ? cell.Percent.High!.Value - cell.Percent.Low!.Value : 0;

    private CountTables Table(int[] cells, IEnumerable<AdditiveLine> lines, IReadOnlyList<MeasureTable> measures)
    {
        var places = cells.Select((cell, place) => (cell, place)).ToDictionary(pair => pair.cell, pair => pair.place);
        return new CountTables(
            cells.Length,
            [.. lines.Select(line => new AdditiveLine(places[line.Total], [.. line.Parts.Select(part => places[part])]))],
            [.. measures.Select(measure => measure with { Cells = [.. cells.Select(cell => measure.Cells[cell])] })]);
    }

    private IEnumerable<int> Cells(bool[] exists) => Enumerable.Range(0, _shape.Cells).Where(cell => exists[cell / _slots]);

    private IEnumerable<AdditiveLine> Lines(IEnumerable<AdditiveLine> lines, bool[] exists) => lines
        .Where(line => exists[line.Total / _slots])
        .Select(line => line with { Parts = [.. line.Parts.Where(part => exists[part / _slots])] })
        .Where(line => line.Parts.Count > 0);

    private static IEnumerable<AdditiveLine> Placed(IEnumerable<AdditiveLine> lines, int[] places) =>
        lines.Select(line => new AdditiveLine(places[line.Total], [.. line.Parts.Select(part => places[part])]));

    private static bool[] Fill(int count) => [.. Enumerable.Repeat(true, count)];
}
