using System.Globalization;

namespace ClosingGap.Ingest.Snapshot;

/// <summary>
/// History before + what a merge did to the roster = history after. Pure, and the same for every way in which a sequence of dated states
/// is split into drops: what a drop of one day takes and another of that day gives back has not changed.
/// </summary>
/// <remarks>
/// A row that vanishes ends on the day of the drop. One that returns on that day or the next goes on as if nothing had been; one that
/// returns later leaves a spell behind and counts again from its return, or from its own begin when that lies after the spell. A row that
/// is moved to another place with a later begin (or without one) leaves a spell behind, too; with the same begin it is a correction.
/// Of a row without a begin that appears after the first drop, an empty spell keeps the day on which it was first seen. Cells are in canonical form, so that days compare as text.
/// </remarks>
public sealed class HistoryMerge
{
    private readonly RosterHistory _history;
    private readonly string _on;
    private readonly DateOnly _day;
    private readonly Dictionary<(string Id, string Student), List<string?[]>> _spells = [];
    private bool _keepsFirstSeen;

    private HistoryMerge(RosterHistory history, IReadOnlyList<string?[]> rows, DateOnly on)
    {
        _history = history;
        _day = on;
        _on = CellCodec.Format(Canonical.ColumnType.Date, on.DayNumber);
        foreach (var row in rows)
        {
            Of(row).Add((string?[])row.Clone());
        }
    }

    /// <summary>The rows of the new history, in the order of their keys.</summary>
    /// <param name="history">Of which roster.</param>
    /// <param name="rows">The history before; it is not changed.</param>
    /// <param name="changes">What the merge did.</param>
    /// <param name="on">The day of the drop.</param>
    /// <param name="keptFrom">What ended before this day is left out.</param>
    public static IReadOnlyList<string?[]> Apply(
        RosterHistory history, IReadOnlyList<string?[]> rows, RosterChanges changes, DateOnly on, DateOnly keptFrom)
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(changes);
        var merge = new HistoryMerge(history, rows, on) { _keepsFirstSeen = changes.KeepsFirstSeen };
        foreach (var change in changes.All)
        {
            merge.Take(change);
        }

        var first = CellCodec.Format(Canonical.ColumnType.Date, keptFrom.DayNumber);
        var kept = merge._spells.Values.SelectMany(spells => spells).Where(row => string.CompareOrdinal(row[history.End], first) >= 0).ToList();
        kept.Sort((one, other) => history.Key.Select(column => string.CompareOrdinal(one[column], other[column])).FirstOrDefault(order => order != 0));
        return kept;
    }

    private void Take(RosterChange change)
    {
        if (change is { Before: { } before, After: { } after } && string.Equals(before[_history.Student], after[_history.Student], StringComparison.Ordinal))
        {
            Move(before, after);
            return;
        }

        if (change.Before is { } gone)
        {
            Vanish(gone);
        }

        if (change.After is { } back)
        {
            Return(back);
        }
    }

    private void Vanish(string?[] before)
    {
        var spells = Of(before);
        var latest = Latest(spells);
        if (latest is not null && BeganToday(latest))
        {
            if (IsFirstSeen(latest))
            {
                spells.Remove(latest);
            }

            latest[_history.Returned] = null;
            return;
        }

        spells.Add(Spell(before, Begin(before, latest), before[_history.End]));
    }

    private void Return(string?[] after)
    {
        var spells = Of(after);
        if (Latest(spells) is not { } latest)
        {
            if (_keepsFirstSeen && after[_history.Begin] is null)
            {
                var seen = Spell(after, _on, null);
                seen[_history.Returned] = _on;
                spells.Add(seen);
            }

            return;
        }

        var days = _day.DayNumber - DateOnly.ParseExact(latest[_history.Vanished]!, "yyyy-MM-dd", CultureInfo.InvariantCulture).DayNumber;
        var beginsAfter = after[_history.Begin] is { } begin && string.CompareOrdinal(begin, latest[_history.End]) >= 0;
        if (days <= 0 || (days == 1 && !beginsAfter))
        {
            spells.Remove(latest);
            Move(latest, after);
        }
        else
        {
            latest[_history.Returned] = _on;
        }
    }

    private void Move(string?[] before, string?[] after)
    {
        var spells = Of(after);
        var latest = Latest(spells);
        if (latest is not null && BeganToday(latest))
        {
            if (!IsFirstSeen(latest) && string.CompareOrdinal(latest[_history.Vanished], latest[_history.Returned]) >= 0)
            {
                // It was moved today already: what counts is from where.
                spells.Remove(latest);
                Move(latest, after);
            }

            return;
        }

        var (old, begin) = (Begin(before, latest), after[_history.Begin]);
        var isElsewhere = _history.Place.Any(column => !string.Equals(before[column], after[column], StringComparison.Ordinal));
        if (isElsewhere && (old is null || begin is null || string.CompareOrdinal(begin, old) > 0))
        {
            var spell = Spell(before, old, Earlier(before[_history.End], begin));
            spell[_history.Returned] = _on;
            spells.Add(spell);
        }
    }

    private string?[] Spell(string?[] row, string? begin, string? end)
    {
        var spell = new string?[_history.Table.Columns.Count];
        row.AsSpan(0, _history.Roster.Columns.Count).CopyTo(spell);
        spell[_history.Begin] = begin;
        spell[_history.End] = Earlier(end, _on);
        spell[_history.Vanished] = _on;
        return spell;
    }

    /// <summary>From when a row of the roster counts: a return overrides a begin that lies before it, unless the begin is of after the spell.</summary>
    private string? Begin(string?[] row, string?[]? latest)
    {
        var own = row[_history.Begin];
        if (latest?[_history.Returned] is not { } returned
            || (own is not null && (IsFirstSeen(latest) || string.CompareOrdinal(own, latest[_history.End]) >= 0)))
        {
            return own;
        }

        return string.CompareOrdinal(own, returned) > 0 ? own : returned;
    }

    private bool BeganToday(string?[] latest) => latest[_history.Returned] is { } returned && string.CompareOrdinal(returned, _on) >= 0;

    private bool IsFirstSeen(string?[] spell) =>
        spell[_history.Returned] is { } seen && string.Equals(spell[_history.Begin], seen, StringComparison.Ordinal)
        && string.Equals(spell[_history.End], seen, StringComparison.Ordinal);

    private string?[]? Latest(List<string?[]> spells)
    {
        string?[]? latest = null;
        foreach (var spell in spells)
        {
            latest = latest is null || string.CompareOrdinal(spell[_history.Vanished], latest[_history.Vanished]) > 0 ? spell : latest;
        }

        return latest;
    }

    private List<string?[]> Of(string?[] row)
    {
        var key = (row[_history.Id] ?? "", row[_history.Student] ?? "");
        return _spells.TryGetValue(key, out var spells) ? spells : _spells[key] = [];
    }

    private static string? Earlier(string? one, string? other) =>
        one is null ? other : other is null || string.CompareOrdinal(one, other) < 0 ? one : other;
}
