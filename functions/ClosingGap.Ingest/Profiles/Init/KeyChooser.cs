using ClosingGap.Ingest.Canonical;
using ClosingGap.Ingest.Contracts;

namespace ClosingGap.Ingest.Profiles.Init;

/// <summary>Of several columns that could be the id of a table, the one is taken whose values other files name.</summary>
internal static class KeyChooser
{
    /// <summary>From a table to its id columns, one of each of its files.</summary>
    public static Dictionary<string, IReadOnlyList<ColumnSketch>> Choose(IReadOnlyList<TableMatch> matches)
    {
        var keys = new Dictionary<string, IReadOnlyList<ColumnSketch>>(StringComparer.Ordinal);
        foreach (var group in matches.GroupBy(match => match.Table, StringComparer.Ordinal))
        {
            if (CanonicalTables.Get(group.Key).Key is [var key] && Clues.Default.Tables[group.Key].Columns.TryGetValue(key, out var names))
            {
                var pointers = matches.Where(match => match.Table != group.Key).SelectMany(match => Pointers(match, group.Key)).ToArray();
                var chosen = group.Select(match => ChooseOne(match, key, names, pointers)).OfType<ColumnSketch>().ToArray();
                if (chosen.Length > 0)
                {
                    keys.Add(group.Key, chosen);
                }
            }
        }

        return keys;
    }

    private static ColumnSketch? ChooseOne(TableMatch match, string key, IReadOnlyList<string> names, IReadOnlyList<ColumnSketch> pointers) =>
        match.File.Columns
            .Select(column => (Column: column, Rank: ColumnMatcher.Rank(column, key, names)))
            .Where(pair => pair.Rank >= 0 && pair.Column.IsUnique)
            .OrderByDescending(pair => Math.Round(pointers.Sum(pointer => pointer.Ids.ContainedIn(pair.Column.Ids)), 1))
            .ThenBy(pair => pair.Rank)
            .Select(pair => pair.Column)
            .FirstOrDefault() ?? match.Columns.GetValueOrDefault(key);

    /// <summary>All columns of a file that could name records of the table.</summary>
    private static IEnumerable<ColumnSketch> Pointers(TableMatch match, string table)
    {
        var clues = Clues.Default.Tables[match.Table];
        return FileContracts.Mapped(CanonicalTables.Get(match.Table)).Columns
            .Where(column => column.Ref == table && clues.Columns.ContainsKey(column.Name))
            .SelectMany(column => match.File.Columns.Where(sketch => ColumnMatcher.Rank(sketch, column.Name, clues.Columns[column.Name]) >= 0));
    }
}
