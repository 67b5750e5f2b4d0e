using ClosingGap.Ingest.Tables;

namespace ClosingGap.Ingest.Tests.Snapshot;

/// <summary>Ways to tell a history in drops.</summary>
internal static class SplitDrops
{
    /// <summary>One complete drop a day.</summary>
    public static IEnumerable<SplitDrop> Bulk(SplitHistory history) =>
        history.Days.Select(day => new SplitDrop(day.On, TableMode.Bulk, [.. day.Rows.Values.Select(row => (row, false))]));

    /// <summary>
    /// Any way that the rules allow: a day is one complete drop, or several with changes in any order, of which some come twice, bring what
    /// was there already, or delete a row that a later one of the day brings back; a complete drop may follow them.
    /// </summary>
    public static IEnumerable<SplitDrop> Any(SplitHistory history, Random random)
    {
        var before = new SortedDictionary<string, string?[]>(StringComparer.Ordinal);
        foreach (var (on, rows) in history.Days)
        {
            if (random.Next(3) > 0)
            {
                foreach (var delta in Deltas(before, rows, random))
                {
                    yield return new SplitDrop(on, TableMode.Delta, delta);
                    if (random.Next(6) == 0)
                    {
                        yield return new SplitDrop(on, TableMode.Delta, delta);
                    }
                }
            }
            else
            {
                yield return new SplitDrop(on, TableMode.Bulk, [.. rows.Values.Select(row => (row, false))]);
            }

            if (random.Next(5) == 0)
            {
                yield return new SplitDrop(on, TableMode.Bulk, [.. rows.Values.Reverse().Select(row => (row, false))]);
            }

            before = rows;
        }
    }

    private static IEnumerable<List<(string?[] Cells, bool Deleted)>> Deltas(
        SortedDictionary<string, string?[]> before, SortedDictionary<string, string?[]> after, Random random)
    {
        var deltas = Enumerable.Range(0, random.Next(1, 4)).Select(_ => new List<(string?[] Cells, bool Deleted)>()).ToList();
        foreach (var id in before.Keys.Union(after.Keys).OrderBy(_ => random.Next()))
        {
            var (old, now) = (before.GetValueOrDefault(id), after.GetValueOrDefault(id));
            var isSame = old is not null && now is not null && old.AsSpan().SequenceEqual(now);
            if (isSame && random.Next(4) > 0)
            {
                continue;
            }

            var last = random.Next(deltas.Count);
            if (now is null || (old is not null && random.Next(3) == 0))
            {
                // A deletion tells its key and no more, as a district may leave the rest blank.
                deltas[now is null ? last : random.Next(last + 1)].Add(([id, null, null, null, null, null, null, null], true));
            }

            if (now is not null)
            {
                deltas[last].Add((now, false));
            }
        }

        return deltas.Where(delta => delta.Count > 0);
    }
}
