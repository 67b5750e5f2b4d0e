using ClosingGap.Ingest.Canonical;
using ClosingGap.Ingest.Profiles.Mapping;

namespace ClosingGap.Ingest.Profiles.Reading;

/// <summary>
/// Reads <c>codes</c>: from <c>table.column</c> to a code map. The short form is the map itself; the long form has the key <c>use</c> or
/// <c>map</c>. What the map does not hold passes on, unless the long form says otherwise: a district mostly explains only the codes that differ.
/// </summary>
internal sealed class CodesReader(IReadOnlyDictionary<string, CodeMap> codeMaps, ProfileErrors errors)
{
    public IReadOnlyDictionary<string, CodeMap> Read(YamlNode? node)
    {
        var result = new Dictionary<string, CodeMap>(StringComparer.Ordinal);
        foreach (var (name, value) in MapReader.Entries(node, "codes", "a mapping from a table and column to a code map", errors))
        {
            var path = $"codes.{name.Text}";
            if (IsColumn(name, path) && ReadMap(value, path) is { } map)
            {
                result[name.Text] = map;
            }
        }

        return result;
    }

    private bool IsColumn(YamlScalar name, string path)
    {
        var parts = name.Text.Split('.');
        if (parts is not [var table, var column] || CanonicalTables.Find(table) is not { } known)
        {
            errors.Add(name, path, "profile.unknown_table", "A table and a column of it are wanted, such as attendance.attendanceEventCategory.");
            return false;
        }

        if (known.Ordinal(column) < 0)
        {
            errors.Add(name, path, "profile.unknown_column", $"The table has no such column. Known are: {string.Join(", ", known.Columns.Select(one => one.Name))}.");
            return false;
        }

        return true;
    }

    private CodeMap? ReadMap(YamlNode node, string path)
    {
        if (node is not YamlMap map)
        {
            errors.WrongType(node, path, "a mapping from the district's code to the canonical one");
            return null;
        }

        if (map.Find("use") is null && map.Find("map") is null)
        {
            return new CodeMap(CodeMapReader.ReadCodes(map, path, errors), UnknownCode.Keep, null);
        }

        if (MapReader.Open(map, path, ProfileKeys.ColumnCodes, errors) is not { } keys)
        {
            return null;
        }

        var (onUnknown, otherwise) = CodeMapReader.ReadUnknown(keys, UnknownCode.Keep, errors);
        var use = keys.Text("use");
        if (keys.OneOf("use", "map") is not { } form)
        {
            return null;
        }

        if (form == "map")
        {
            return new CodeMap(CodeMapReader.ReadCodes(keys.Node("map")!, keys.PathOf("map"), errors), onUnknown, otherwise);
        }

        if (codeMaps.TryGetValue(use ?? "", out var named))
        {
            // What the named map says of unknown codes holds, unless this place says something itself.
            return keys.Node("onUnknown") is null && keys.Node("default") is null ? named : new CodeMap(named.Codes, onUnknown, otherwise);
        }

        errors.Add(keys.Line, keys.PathOf("use"), "profile.unknown_code_map", "No map of this name stands under codeMaps.");
        return null;
    }
}
