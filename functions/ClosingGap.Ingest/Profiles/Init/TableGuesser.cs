using ClosingGap.Ingest.Canonical;
using ClosingGap.Ingest.Contracts;

namespace ClosingGap.Ingest.Profiles.Init;

/// <summary>Decides for each file which canonical table it most likely holds.</summary>
internal static class TableGuesser
{
    private const double ExactName = 3;
    private const double WordOfName = 2;
    private const double TellingColumn = 1.5;
    private const double OtherColumn = 0.5;

    /// <summary>A second file of a table whose ids are by this share those of a better one is a repetition of it.</summary>
    private const double Repeated = 0.5;

    /// <summary>The files that were recognised, the best of each table first, and those set aside with the reason.</summary>
    public static (IReadOnlyList<TableMatch> Matches, IReadOnlyDictionary<string, string> SetAside) Guess(IReadOnlyList<FileSketch> files)
    {
        // First by names alone; what that tells of the ids then helps to tell the columns apart.
        var keys = KeyChooser.Choose(Best(files, new Dictionary<string, IReadOnlyList<ColumnSketch>>()));
        var best = Best(files, keys);
        keys = KeyChooser.Choose(best);
        best = Best(files, keys);
        var kept = new List<TableMatch>();
        var setAside = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var match in best.OrderByDescending(match => match.Score).ThenBy(match => match.File.File, StringComparer.Ordinal))
        {
            if (kept.Find(other => Repeats(match, other)) is { } better)
            {
                setAside.Add(match.File.File, $"it holds the same ids as {better.File.File}");
            }
            else if (match.NameScore == 0 && best.Find(other => other.Table == match.Table && other.NameScore > 0) is { } named)
            {
                setAside.Add(match.File.File, $"{named.File.File} is more likely to be the file of {match.Table}");
            }
            else
            {
                kept.Add(match);
            }
        }

        return (kept, setAside);
    }

    private static List<TableMatch> Best(IReadOnlyList<FileSketch> files, IReadOnlyDictionary<string, IReadOnlyList<ColumnSketch>> keys)
    {
        var matcher = new ColumnMatcher(keys);
        return
        [
            .. files.Where(file => file.Fault is null && file.Columns.Count > 0)
                .Select(file => CanonicalTables.All
                    .Select(table => Clues.Default.Tables.TryGetValue(table.Name, out var clues) ? Judge(file, table, clues, matcher) : null)
                    .OfType<TableMatch>()
                    .MaxBy(match => match.Score))
                .OfType<TableMatch>(),
        ];
    }

    private static TableMatch? Judge(FileSketch file, CanonicalTable table, TableClues clues, ColumnMatcher matcher)
    {
        var columns = matcher.Match(file, table, clues);
        if (!clues.Needs.All(group => group.Any(columns.ContainsKey)))
        {
            return null;
        }

        var name = NameScore(file, clues);
        var telling = clues.Telling.Count(columns.ContainsKey);
        if (name == 0 && telling < 2)
        {
            return null;
        }

        return new TableMatch(file, table.Name, columns, name, name + (telling * TellingColumn) + ((columns.Count - telling) * OtherColumn));
    }

    private static double NameScore(FileSketch file, TableClues clues)
    {
        var names = clues.Files.Select(name => HeaderNames.Key(name)).ToArray();
        return names.Contains(file.NameKey, StringComparer.Ordinal) ? ExactName
            : names.Any(name => file.NameWords.Contains(name, StringComparer.Ordinal)) ? WordOfName
            : 0;
    }

    private static bool Repeats(TableMatch match, TableMatch other)
    {
        if (match.Table != other.Table || CanonicalTables.Get(match.Table).Key is not [var key])
        {
            return false;
        }

        return match.Columns.TryGetValue(key, out var own) && other.Columns.TryGetValue(key, out var theirs)
            && own.Ids.ContainedIn(theirs.Ids) > Repeated;
    }
}
