namespace ClosingGap.Pipeline.Computing;

/// <summary>Puts a student's rows of a roster and of its history together.</summary>
internal static class Spells
{
    /// <summary>
    /// The days of all rows. A row that returned counts from its return, or from its own begin when that lies after the spell that is
    /// kept. A row without a begin says as its return when it was first seen. A spell that ended before it began is none.
    /// </summary>
    public static IReadOnlyList<Spell<T>> Of<T>(Spell<T>?[] roster, Spell<T>?[] history)
    {
        if (roster.Length + history.Length == 0)
        {
            return [];
        }

        var spells = new List<Spell<T>>(roster.Length + history.Length);
        foreach (var row in roster)
        {
            if (row is not null)
            {
                spells.Add(history.Length == 0 ? row : Since(row, history));
            }
        }

        foreach (var row in history)
        {
            if (row is not null && (row.Begin is null || row.Begin < row.End))
            {
                spells.Add(row with { ReturnedOn = null });
            }
        }

        return spells;
    }

    private static Spell<T> Since<T>(Spell<T> row, Spell<T>?[] history)
    {
        var latest = history.Where(kept => kept is { ReturnedOn: not null } && string.Equals(kept.Id, row.Id, StringComparison.Ordinal))
            .MaxBy(kept => kept!.VanishedOn);
        if (latest is null)
        {
            return row;
        }

        var isFirstSeen = latest.Begin == latest.End && latest.End == latest.ReturnedOn;
        return isFirstSeen ? row with { ReturnedOn = row.Begin is null ? latest.ReturnedOn : null }
            : row.Begin >= latest.End || row.Begin > latest.ReturnedOn ? row
            : row with { Begin = latest.ReturnedOn };
    }
}
