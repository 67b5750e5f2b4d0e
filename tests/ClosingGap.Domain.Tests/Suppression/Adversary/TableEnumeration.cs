using ClosingGap.Domain.Suppression;

namespace ClosingGap.Domain.Tests.Suppression.Adversary;

/// <summary>Counts through every table with no cell above a size and keeps those that agree with what is published: slow, short, and hard to get wrong.</summary>
internal static class TableEnumeration
{
    /// <summary>Least and greatest (students, outcomes, non-outcomes) of every cell; null: no table agrees. Cells that are totals follow from their parts.</summary>
    public static IReadOnlyList<(CountCell Least, CountCell Most, long LeastOthers, long MostOthers)>? Bounds(
        IReadOnlyList<AdditiveLine> lines, IReadOnlyList<PublishedCell> published, long most)
    {
        var tables = All(lines, published, most).ToList();
        return tables.Count == 0 ? null : [.. Enumerable.Range(0, published.Count).Select(i => (
            new CountCell(tables.Min(t => t[i].Students), tables.Min(t => t[i].Outcomes)),
            new CountCell(tables.Max(t => t[i].Students), tables.Max(t => t[i].Outcomes)),
            tables.Min(t => t[i].Students - t[i].Outcomes),
            tables.Max(t => t[i].Students - t[i].Outcomes)))];
    }

    public static IEnumerable<CountCell[]> All(IReadOnlyList<AdditiveLine> lines, IReadOnlyList<PublishedCell> published, long most)
    {
        var totals = lines.Select(l => l.Total).ToHashSet();
        var parts = Enumerable.Range(0, published.Count).Where(i => !totals.Contains(i)).ToArray();
        var choices = parts.Select(p => Values(published[p], most).ToArray()).ToArray();
        var at = new int[parts.Length];
        if (choices.Any(c => c.Length == 0))
        {
            yield break;
        }

        while (true)
        {
            if (Whole(lines, published, most, parts, choices, at) is { } table)
            {
                yield return table;
            }

            var turn = 0;
            while (turn < at.Length && ++at[turn] == choices[turn].Length)
            {
                at[turn++] = 0;
            }

            if (turn == at.Length)
            {
                yield break;
            }
        }
    }

    /// <summary>The table of these parts; null: a line or a shown total does not hold.</summary>
    private static CountCell[]? Whole(IReadOnlyList<AdditiveLine> lines, IReadOnlyList<PublishedCell> published, long most, int[] parts, CountCell[][] choices, int[] at)
    {
        var cells = new CountCell?[published.Count];
        for (var i = 0; i < parts.Length; i++)
        {
            cells[parts[i]] = choices[i][at[i]];
        }

        // Lines stand so that the parts of each are known before it.
        foreach (var line in lines)
        {
            var sum = new CountCell(line.Parts.Sum(p => cells[p]!.Value.Students), line.Parts.Sum(p => cells[p]!.Value.Outcomes));
            if (sum.Students > most || (cells[line.Total] ?? sum) != sum || !Agrees(sum, published[line.Total]))
            {
                return null;
            }

            cells[line.Total] = sum;
        }

        return [.. cells.Select(c => c!.Value)];
    }

    private static IEnumerable<CountCell> Values(PublishedCell cell, long most) =>
        from students in Enumerable.Range(0, (int)most + 1)
        from outcomes in Enumerable.Range(0, students + 1)
        let value = new CountCell(students, outcomes)
        where Agrees(value, cell)
        select value;

    private static bool Agrees(CountCell value, PublishedCell cell)
    {
        var percent = cell.Percent;
        var (low, high) = (percent.Value ?? percent.Low ?? 0, percent.Value ?? percent.High ?? 100);
        var hundredfold = 100m * value.Outcomes;
        return (cell.Students.Status != ValueStatus.Exact || cell.Students.Value == value.Students)
            && (cell.Students.Status != ValueStatus.NotApplicable || value.Students == 0)
            && hundredfold >= (low - 0.5m) * value.Students
            && hundredfold <= (high + 0.5m) * value.Students;
    }
}
