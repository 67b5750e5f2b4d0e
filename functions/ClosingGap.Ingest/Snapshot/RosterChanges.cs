namespace ClosingGap.Ingest.Snapshot;

/// <summary>
/// Collects what a merge does to the rows of a roster as far as its history must know: rows that vanish, rows that come to another student
/// or place, and rows that return. Holds those rows only.
/// </summary>
public sealed class RosterChanges
{
    private readonly RosterHistory _history;
    private readonly HashSet<string> _known;
    private readonly List<RosterChange> _changes = [];

    /// <param name="history">Of which roster.</param>
    /// <param name="rows">The history so far: a row that appears returns only when it stands here.</param>
    /// <param name="keepsFirstSeen">True when rows may have appeared since the roster's first drop: of those without a begin, the day is kept.</param>
    public RosterChanges(RosterHistory history, IReadOnlyList<string?[]> rows, bool keepsFirstSeen)
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(rows);
        _history = history;
        KeepsFirstSeen = keepsFirstSeen;
        _known = rows.Select(row => row[history.Id] ?? "").ToHashSet(StringComparer.Ordinal);
    }

    internal bool KeepsFirstSeen { get; }

    internal IReadOnlyList<RosterChange> All => _changes;

    internal void Note(TableCells cells, int before, int after)
    {
        var matters = after < 0
            || (before < 0 ? IsNews(cells, after) : Differ(cells, before, after));
        if (matters)
        {
            _changes.Add(new RosterChange(Row(cells, before), Row(cells, after)));
        }
    }

    private bool IsNews(TableCells cells, int row) =>
        (KeepsFirstSeen && cells.Columns[_history.Begin][row] == CellCodec.Null) || _known.Contains(cells.Columns[_history.Id].Text(row) ?? "");

    private bool Differ(TableCells cells, int before, int after) =>
        cells.Columns[_history.Student][before] != cells.Columns[_history.Student][after]
        || _history.Place.Any(column => cells.Columns[column][before] != cells.Columns[column][after]);

    private static string?[]? Row(TableCells cells, int row) => row < 0 ? null : Array.ConvertAll(cells.Columns, column => column.Text(row));
}
