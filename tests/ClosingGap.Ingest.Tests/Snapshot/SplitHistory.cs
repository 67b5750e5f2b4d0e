namespace ClosingGap.Ingest.Tests.Snapshot;

/// <summary>A roster on a sequence of days, made from a seed: rows come, go, return, change student, school, begin and end.</summary>
/// <param name="Days">Each day with the rows that hold on it, by sourcedId.</param>
internal sealed record SplitHistory(IReadOnlyList<(DateOnly On, SortedDictionary<string, string?[]> Rows)> Days)
{
    private const int Ids = 7;

    public static SplitHistory Of(Random random, int days)
    {
        var on = new DateOnly(2025, 8, 20).AddDays(random.Next(60));
        var rows = new SortedDictionary<string, string?[]>(StringComparer.Ordinal);
        var gone = new Dictionary<string, string?[]>(StringComparer.Ordinal);
        var sequence = new List<(DateOnly, SortedDictionary<string, string?[]>)>();
        for (var day = 0; day < days; day++)
        {
            var changes = day == 0 ? Ids : random.Next(4);
            for (var change = 0; change < changes; change++)
            {
                Change($"e{random.Next(Ids)}", on, rows, gone, random);
            }

            sequence.Add((on, new SortedDictionary<string, string?[]>(rows, StringComparer.Ordinal)));
            // Mostly the next day or week; now and then so long that history is left out.
            on = on.AddDays(random.Next(12) == 0 ? random.Next(100, 400) : random.Next(1, 9));
        }

        return new SplitHistory(sequence);
    }

    private static void Change(
        string id, DateOnly on, SortedDictionary<string, string?[]> rows, Dictionary<string, string?[]> gone, Random random)
    {
        if (!rows.TryGetValue(id, out var row))
        {
            rows[id] = gone.TryGetValue(id, out var before) && random.Next(2) == 0 ? before : Row(id, on, random);
            return;
        }

        if (random.Next(2) == 0)
        {
            gone[id] = row;
            rows.Remove(id);
            return;
        }

        var changed = (string?[])row.Clone();
        switch (random.Next(5))
        {
            case 0: changed[3] = Student(random); break;
            case 1: changed[2] = School(random); break;
            case 2: (changed[2], changed[6]) = (School(random), Day(on, random)); break;
            case 3: changed[6] = Day(on, random); break;
            default: changed[7] = Day(on, random); break;
        }

        rows[id] = changed;
    }

    private static string?[] Row(string id, DateOnly on, Random random) =>
        [id, $"c{random.Next(3)}", School(random), Student(random), "student", null, Day(on, random), random.Next(3) == 0 ? Day(on, random) : null];

    private static string School(Random random) => $"school-{random.Next(2)}";

    private static string Student(Random random) => $"student-{random.Next(4)}";

    private static string? Day(DateOnly on, Random random) =>
        random.Next(3) == 0 ? null : on.AddDays(random.Next(-40, 30)).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
