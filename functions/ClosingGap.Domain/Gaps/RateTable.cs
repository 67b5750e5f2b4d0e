using System.Text.Json.Serialization;
using ClosingGap.Domain.Statistics;

namespace ClosingGap.Domain.Gaps;

/// <summary>
/// Rates of groups, each at several keys: months' ends, or grades. Counts only, so that tables merge in any order. A group's row at a key
/// holds two numbers for each of <see cref="Measures"/>: how many, of how many judged.
/// </summary>
[JsonObjectCreationHandling(JsonObjectCreationHandling.Populate)]
public sealed class RateTable
{
    /// <summary>The measures, in ordinal order.</summary>
    public List<string> Measures { get; } = [];

    /// <summary>Group key, or <see cref="GapCounts.All"/> → key (<c>2025-09-30</c>, <c>09</c>) → the numbers.</summary>
    public SortedDictionary<string, SortedDictionary<string, long[]>> Groups { get; } = new(StringComparer.Ordinal);

    /// <summary>A group's rate at a key; null when nobody was judged.</summary>
    public Rate? Find(string group, string key, string measure)
    {
        var at = Measures.BinarySearch(measure, StringComparer.Ordinal);
        return at >= 0 && Groups.TryGetValue(group, out var rows) && rows.TryGetValue(key, out var row) && row[(2 * at) + 1] > 0
            ? new Rate(row[2 * at], row[(2 * at) + 1])
            : null;
    }

    /// <summary>Adds the counts of other students.</summary>
    public void Merge(RateTable other)
    {
        ArgumentNullException.ThrowIfNull(other);
        Take(other.Measures);
        var places = other.Measures.Select(measure => Measures.BinarySearch(measure, StringComparer.Ordinal)).ToArray();
        foreach (var (group, rows) in other.Groups)
        {
            foreach (var (key, row) in rows)
            {
                var own = RowOf(group, key);
                for (var i = 0; i < places.Length; i++)
                {
                    own[2 * places[i]] += row[2 * i];
                    own[(2 * places[i]) + 1] += row[(2 * i) + 1];
                }
            }
        }
    }

    /// <summary>The rows of some groups only.</summary>
    public RateTable Only(IReadOnlyDictionary<string, string> namesByGroup)
    {
        ArgumentNullException.ThrowIfNull(namesByGroup);
        var part = new RateTable();
        foreach (var (group, name) in namesByGroup)
        {
            if (Groups.TryGetValue(group, out var rows))
            {
                part.Groups[name] = rows;
            }
        }

        part.Measures.AddRange(part.Groups.Count == 0 ? [] : Measures);
        return part;
    }

    /// <summary>The rows of some keys only.</summary>
    public RateTable Between(string from, string before)
    {
        var part = new RateTable();
        foreach (var (group, rows) in Groups)
        {
            var kept = rows.Where(row => string.CompareOrdinal(row.Key, from) >= 0 && string.CompareOrdinal(row.Key, before) < 0).ToDictionary(StringComparer.Ordinal);
            if (kept.Count > 0)
            {
                part.Groups[group] = new SortedDictionary<string, long[]>(kept, StringComparer.Ordinal);
            }
        }

        part.Measures.AddRange(part.Groups.Count == 0 ? [] : Measures);
        return part;
    }

    /// <summary>Counts one student in, in each group at one key.</summary>
    internal void Add(IEnumerable<string> groups, string key, RateMeasures measures, sbyte[] outcomes)
    {
        Take(measures.Ids);
        var isSame = Measures.Count == measures.Ids.Count;
        foreach (var group in groups)
        {
            var row = RowOf(group, key);
            for (var i = 0; i < outcomes.Length; i++)
            {
                if (outcomes[i] >= 0)
                {
                    var at = isSame ? i : Measures.BinarySearch(measures.Ids[i], StringComparer.Ordinal);
                    row[2 * at] += outcomes[i];
                    row[(2 * at) + 1]++;
                }
            }
        }
    }

    private long[] RowOf(string group, string key)
    {
        if (!Groups.TryGetValue(group, out var rows))
        {
            Groups.Add(group, rows = new SortedDictionary<string, long[]>(StringComparer.Ordinal));
        }

        if (!rows.TryGetValue(key, out var row))
        {
            rows.Add(key, row = new long[2 * Measures.Count]);
        }

        return row;
    }

    /// <summary>Makes room for measures that are not there yet.</summary>
    private void Take(List<string> measures)
    {
        if (Measures.SequenceEqual(measures, StringComparer.Ordinal))
        {
            return;
        }

        List<string> all = [.. Measures.Union(measures, StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        if (all.Count == Measures.Count)
        {
            return;
        }

        var places = Measures.Select(measure => all.BinarySearch(measure, StringComparer.Ordinal)).ToArray();
        foreach (var rows in Groups.Values)
        {
            foreach (var key in rows.Keys.ToArray())
            {
                var wider = new long[2 * all.Count];
                for (var i = 0; i < places.Length; i++)
                {
                    (wider[2 * places[i]], wider[(2 * places[i]) + 1]) = (rows[key][2 * i], rows[key][(2 * i) + 1]);
                }

                rows[key] = wider;
            }
        }

        Measures.Clear();
        Measures.AddRange(all);
    }
}
