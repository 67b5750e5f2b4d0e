using System.Globalization;
using ClosingGap.Ingest.Canonical;

namespace ClosingGap.Ingest.Tests.Snapshot;

/// <summary>Random rows in canonical form, with distinct keys, for any table.</summary>
internal static class RandomRows
{
    private static readonly string[] s_words = ["a", "B", "ab", "Zoë", "名前", "😀", "\uFFFD", "\uE000", "x,y", "\"q\"", " lead", "ﬀ", "é", "e\u0301"];

    public static List<string?[]> Of(CanonicalTable table, int count, Random random)
    {
        var rows = new Dictionary<string, string?[]>(StringComparer.Ordinal);
        for (var tries = 0; rows.Count < count && tries < count * 20; tries++)
        {
            var cells = table.Columns.Select(column => Cell(column.Type, random)).ToArray();
            rows.TryAdd(KeyOf(table, cells), cells);
        }

        return [.. rows.Values];
    }

    public static string KeyOf(CanonicalTable table, string?[] cells) =>
        string.Join('\u001F', table.Key.Select(name => cells[table.Ordinal(name)] ?? "\u0000"));

    public static string? Cell(ColumnType type, Random random) => random.Next(5) == 0 ? null : type switch
    {
        ColumnType.Boolean => random.Next(2) == 0 ? "true" : "false",
        ColumnType.Date => DateOnly.FromDayNumber(739_000 + random.Next(400)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ColumnType.DateTime => new DateTime(2025, 8, 1).AddSeconds(random.Next(30_000_000)).ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture),
        ColumnType.SchoolYear => random.Next(2000, 2040).ToString(CultureInfo.InvariantCulture),
        ColumnType.Integer => random.Next(int.MinValue, int.MaxValue).ToString(CultureInfo.InvariantCulture),
        ColumnType.Decimal => (random.Next(-50_000, 50_000) / 1000m).ToString("0.###", CultureInfo.InvariantCulture),
        _ => s_words[random.Next(s_words.Length)] + random.Next(60).ToString(CultureInfo.InvariantCulture),
    };
}
