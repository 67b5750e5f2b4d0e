using ClosingGap.Ingest.Canonical;
using ClosingGap.Ingest.Contracts;

namespace ClosingGap.Ingest.Profiles.Init;

/// <summary>Finds the columns of a file that are those of a canonical table: by their names, by what their values look like, and by ids shared with other files.</summary>
/// <param name="keys">From a table to the columns that hold its ids, as far as they are known already.</param>
internal sealed class ColumnMatcher(IReadOnlyDictionary<string, IReadOnlyList<ColumnSketch>> keys)
{
    /// <summary>How much sharing its ids speaks for a column, against places in the list of likely names: more than any name.</summary>
    private const int WeightOfIds = 1_000;

    /// <summary>Columns without which the table is none choose before the others do.</summary>
    private const int WeightOfNeed = 10_000;

    /// <summary>A column without a known name is taken for a reference when this share of its values are ids of that table.</summary>
    private const double Shared = 0.9;

    private const int FewIds = 3;

    /// <summary>From canonical columns to the file's; each column of the file is used once.</summary>
    public Dictionary<string, ColumnSketch> Match(FileSketch file, CanonicalTable table, TableClues clues)
    {
        var contract = FileContracts.Mapped(table);
        var pairs = new List<(string Column, ColumnSketch Sketch, double Weight)>();
        foreach (var (name, synonyms) in clues.Columns)
        {
            var column = contract.Columns[contract.IndexOf(name)];
            var need = clues.Needs.Any(group => group.Contains(name, StringComparer.Ordinal)) ? WeightOfNeed : 0;
            foreach (var sketch in file.Columns)
            {
                var rank = Rank(sketch, name, synonyms);
                if (rank >= 0 && IsCompatible(table.Columns[table.Ordinal(name)], sketch))
                {
                    pairs.Add((name, sketch, rank - need - IdBonus(table, column, sketch)));
                }
            }
        }

        var found = new Dictionary<string, ColumnSketch>(StringComparer.Ordinal);
        foreach (var (name, sketch, _) in pairs.OrderBy(pair => pair.Weight))
        {
            if (!found.ContainsKey(name) && !found.ContainsValue(sketch))
            {
                found.Add(name, sketch);
            }
        }

        foreach (var column in contract.Columns.Where(column => column is { Required: ValueRequirement.Yes, Ref: not null } && !found.ContainsKey(column.Name)))
        {
            var byContent = file.Columns.Where(sketch => !found.ContainsValue(sketch) && !sketch.IsDate && sketch.Ids.Distinct >= FewIds)
                .Select(sketch => (Sketch: sketch, Share: SharedWith(column.Ref!, sketch)))
                .Where(pair => pair.Share >= Shared)
                .OrderByDescending(pair => pair.Share).FirstOrDefault();
            if (byContent.Sketch is { } one)
            {
                found.Add(column.Name, one);
            }
        }

        return found;
    }

    /// <summary>The place in the list of likely names, 0 for the canonical name itself; -1 when it is none of them.</summary>
    public static int Rank(ColumnSketch sketch, string name, IReadOnlyList<string> synonyms)
    {
        var own = HeaderNames.Keys(sketch.Name);
        if (own.Contains(HeaderNames.Key(name), StringComparer.Ordinal))
        {
            return 0;
        }

        for (var index = 0; index < synonyms.Count; index++)
        {
            if (own.Contains(HeaderNames.Key(synonyms[index]), StringComparer.Ordinal))
            {
                return index + 1;
            }
        }

        return -1;
    }

    private double IdBonus(CanonicalTable table, ContractColumn column, ColumnSketch sketch)
    {
        if (table.Key is [var key] && key == column.Name && keys.TryGetValue(table.Name, out var own))
        {
            return own.Contains(sketch) ? WeightOfIds : 0;
        }

        return column.Ref is { } target ? WeightOfIds * SharedWith(target, sketch) : 0;
    }

    private double SharedWith(string table, ColumnSketch sketch) =>
        keys.TryGetValue(table, out var ids) ? ids.Max(other => sketch.Ids.ContainedIn(other.Ids)) : 0;

    private static bool IsCompatible(CanonicalColumn column, ColumnSketch sketch)
    {
        if (sketch.Filled == 0)
        {
            return true;
        }

        return column.Type switch
        {
            ColumnType.Date => sketch.IsDate,
            ColumnType.Decimal => sketch.IsNumber || sketch.IsCommaNumber,
            ColumnType.SchoolYear => sketch.IsYear || sketch.IsYearSpan,
            ColumnType.Boolean => !sketch.HasMany && sketch.Values.Count <= 4,
            _ when column.Name.Contains("letter", StringComparison.OrdinalIgnoreCase) => !sketch.IsNumber,
            _ when column.Name.EndsWith("Name", StringComparison.Ordinal) => !sketch.IsNumber && !sketch.IsDate,
            _ => !sketch.IsDate || sketch.IsNumber,
        };
    }
}
