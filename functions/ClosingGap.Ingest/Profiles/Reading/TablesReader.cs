using ClosingGap.Ingest.Canonical;
using ClosingGap.Ingest.Profiles.Mapping;

namespace ClosingGap.Ingest.Profiles.Reading;

/// <summary>Reads <c>tables</c>.</summary>
internal sealed class TablesReader(IReadOnlyDictionary<string, CodeMap> codeMaps, ProfileErrors errors)
{
    private readonly ValueReader _values = new(codeMaps, errors);

    public IReadOnlyList<TableMapping> Read(YamlNode? node)
    {
        if (node is null)
        {
            return [];
        }

        if (node is not YamlMap { Entries.Count: > 0 } tables)
        {
            errors.WrongType(node, "tables", "a mapping from the canonical table to its sources");
            return [];
        }

        var found = new Dictionary<string, TableMapping>(StringComparer.Ordinal);
        foreach (var (name, value) in tables.Entries)
        {
            if (CanonicalTables.Find(name.Text) is not { } table)
            {
                errors.Add(name, $"tables.{name.Text}", "profile.unknown_table", $"There is no such table. Known are: {string.Join(", ", CanonicalTables.All.Select(known => known.Name))}.");
            }
            else if (MapReader.Open(value, $"tables.{name.Text}", ProfileKeys.Table, errors) is { } map)
            {
                found[name.Text] = ReadTable(map, table);
            }
        }

        return [.. CanonicalTables.All.Select(table => found.GetValueOrDefault(table.Name)).OfType<TableMapping>()];
    }

    private TableMapping ReadTable(MapReader map, CanonicalTable table)
    {
        var sources = new List<SourceMapping>();
        if (map.Required("sources") is YamlList { Items.Count: > 0 } list)
        {
            sources.AddRange(list.Items.Select((item, index) => ReadSource(item, $"{map.PathOf("sources")}[{index}]", table)).OfType<SourceMapping>());
        }
        else if (map.Node("sources") is { } other)
        {
            errors.WrongType(other, map.PathOf("sources"), "a list of one or more sources");
        }

        var distinct = map.TextList("distinct") ?? [];
        foreach (var column in distinct.Where(column => !sources.TrueForAll(source => source.Columns.ContainsKey(column))))
        {
            errors.Add(map.Node("distinct")!, map.PathOf("distinct"), "profile.unknown_column", $"Not every source of this table maps the column \"{column}\".");
        }

        return new TableMapping(table.Name, map.Boolean("optional", false), distinct, sources);
    }

    private SourceMapping? ReadSource(YamlNode node, string path, CanonicalTable table)
    {
        if (MapReader.Open(node, path, ProfileKeys.Source, errors) is not { } map)
        {
            return null;
        }

        var columns = ReadColumns(map, table);
        var file = map.RequiredText("file");
        var unpivot = ReadUnpivot(map);
        if (unpivot is not null && FilePattern.IsPattern(file))
        {
            errors.Add(map.Line, map.Path, "profile.conflict", "unpivot looks for its columns in one file's header: it wants the name of a file, not a pattern.");
        }

        return new SourceMapping(file, FilterReader.Read(map, errors), unpivot, ReadApplyToAll(map), columns) { Optional = map.Boolean("optional", false) };
    }

    private Dictionary<string, ValueMapping> ReadColumns(MapReader map, CanonicalTable table)
    {
        var columns = new Dictionary<string, ValueMapping>(StringComparer.Ordinal);
        if (map.Required("columns") is not { } node)
        {
            return columns;
        }

        if (node is not YamlMap { Entries.Count: > 0 } entries)
        {
            errors.WrongType(node, map.PathOf("columns"), "a mapping from canonical columns to values");
            return columns;
        }

        foreach (var (name, value) in entries.Entries)
        {
            var path = $"{map.PathOf("columns")}.{name.Text}";
            if (table.Ordinal(name.Text) < 0)
            {
                errors.Add(name, path, "profile.unknown_column", $"The table has no such column. Known are: {string.Join(", ", table.Columns.Select(column => column.Name))}.");
            }

            columns[name.Text] = _values.Read(value, path);
        }

        if (table.Key is [var key] && !columns.ContainsKey(key))
        {
            errors.Add(node, $"{map.PathOf("columns")}.{key}", "profile.missing_key", "This column identifies the table's rows and must be mapped.");
        }

        return columns;
    }

    private UnpivotMapping? ReadUnpivot(MapReader owner)
    {
        if (owner.Node("unpivot") is not { } node)
        {
            return null;
        }

        if (node is not YamlMap { Entries.Count: > 0 } into)
        {
            errors.WrongType(node, owner.PathOf("unpivot"), "a mapping from a new name to repeated columns");
            return null;
        }

        var result = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var (name, value) in into.Entries)
        {
            var path = $"{owner.PathOf("unpivot")}.{name.Text}";
            if (value is YamlScalar { IsText: true } pattern && pattern.Text.Split("[*]") is [_, _])
            {
                result[name.Text] = [pattern.Text];
            }
            else if (value is YamlList { Items.Count: > 0 } list && list.Items.All(item => item is YamlScalar { IsText: true }))
            {
                result[name.Text] = [.. list.Items.Select(item => ((YamlScalar)item).Text)];
            }
            else
            {
                errors.WrongType(value, path, "a list of columns, or one name in which [*] stands for the index,");
            }
        }

        return new UnpivotMapping(result);
    }

    private ApplyToAllMapping? ReadApplyToAll(MapReader owner) =>
        owner.Node("applyToAll") is { } node && MapReader.Open(node, owner.PathOf("applyToAll"), ProfileKeys.ApplyToAll, errors) is { } map
            ? new ApplyToAllMapping(map.RequiredText("file"), map.RequiredText("column"), FilterReader.Read(map, errors), map.RequiredText("into"))
            : null;
}
