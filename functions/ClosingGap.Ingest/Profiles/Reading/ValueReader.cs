using ClosingGap.Ingest.Profiles.Mapping;

namespace ClosingGap.Ingest.Profiles.Reading;

/// <summary>Reads a value: a bare word is a column, a mapping is one operator of the closed set.</summary>
internal sealed class ValueReader(IReadOnlyDictionary<string, CodeMap> codeMaps, ProfileErrors errors)
{
    private const int MaxDepth = 8;
    private static readonly ColumnValue s_broken = new("");

    public ValueMapping Read(YamlNode node, string path, int depth = 0)
    {
        if (depth > MaxDepth)
        {
            errors.Add(node, path, "profile.too_deep", "Operators nest at most eight deep.");
            return s_broken;
        }

        if (node is YamlScalar { IsText: true } scalar)
        {
            return new ColumnValue(scalar.Text);
        }

        if (node is not YamlMap { Entries: [var entry] })
        {
            errors.WrongType(node, path, $"a column's name or a mapping with one operator ({string.Join(", ", ProfileKeys.Value)})");
            return s_broken;
        }

        var inner = $"{path}.{entry.Key.Text}";
        return entry.Key.Text switch
        {
            "column" => new ColumnValue(Text(entry.Value, inner)),
            "optionalColumn" => new OptionalColumnValue(Text(entry.Value, inner)),
            "constant" => new ConstantValue(Text(entry.Value, inner)),
            "codeMap" => With(entry.Value, inner, ProfileKeys.CodeMapValue, map => ReadCodeMap(map, depth)),
            "concat" => With(entry.Value, inner, ProfileKeys.Concat, map => ReadConcat(map, depth)),
            "coalesce" => With(entry.Value, inner, ProfileKeys.Coalesce, map => new CoalesceValue(ReadParts(map, depth))),
            "lookup" => With(entry.Value, inner, ProfileKeys.Lookup, map => ReadLookup(map, depth)),
            "split" => With(entry.Value, inner, ProfileKeys.Split, map => ReadSplit(map, depth)),
            "date" => With(entry.Value, inner, ProfileKeys.Date, map => new DateValue(Of(map, depth), TimeReader.Formats(map, errors), map.Integer("plusDays", 0, 1) ?? 0)),
            "dateTime" => With(entry.Value, inner, ProfileKeys.DateTime, map => new DateTimeValue(Of(map, depth), TimeReader.Formats(map, errors), TimeReader.Zone(map, errors))),
            "schoolYear" => With(entry.Value, inner, ProfileKeys.SchoolYear, map => new SchoolYearValue(
                Of(map, depth), map.Choice("format", ProfileWords.SchoolYear) ?? Missing(map, "format", SchoolYearFormat.EndYear))),
            "decimal" => With(entry.Value, inner, ProfileKeys.Decimal, map => new DecimalValue(
                Of(map, depth), map.Choice("decimalMark", ProfileWords.DecimalMark) ?? '.', map.Choice("onInvalid", ProfileWords.OnInvalid) ?? false)),
            "notNumber" => With(entry.Value, inner, ProfileKeys.NotNumber, map => new NotNumberValue(Of(map, depth))),
            _ => Unknown(entry.Key, inner),
        };
    }

    private ColumnValue Unknown(YamlScalar key, string path)
    {
        errors.Add(key, path, "profile.unknown_operator", $"There is no such operator. Known are: {string.Join(", ", ProfileKeys.Value)}.");
        return s_broken;
    }

    private ValueMapping With(YamlNode node, string path, IReadOnlyList<string> keys, Func<MapReader, ValueMapping> read) =>
        MapReader.Open(node, path, keys, errors) is { } map ? read(map) : s_broken;

    private string Text(YamlNode node, string path)
    {
        if (node is YamlScalar { IsText: true } scalar)
        {
            return scalar.Text;
        }

        errors.WrongType(node, path, "text (in quotes when it looks like a number, true, false or null)");
        return "";
    }

    private T Missing<T>(MapReader map, string key, T otherwise)
    {
        _ = map.Required(key);
        return otherwise;
    }

    private ValueMapping Of(MapReader map, int depth) =>
        map.Required("of") is { } node ? Read(node, map.PathOf("of"), depth + 1) : s_broken;

    private CodeMapValue ReadCodeMap(MapReader map, int depth)
    {
        var of = Of(map, depth);
        if (map.OneOf("use", "map") != "use")
        {
            return new CodeMapValue(of, CodeMapReader.Read(map, errors));
        }

        if (map.Node("default") is not null || map.Node("onUnknown") is not null)
        {
            errors.Add(map.Line, map.Path, "profile.conflict", "A named map brings its own default or onUnknown; write them there.");
        }

        var name = map.RequiredText("use");
        if (codeMaps.TryGetValue(name, out var named))
        {
            return new CodeMapValue(of, named);
        }

        errors.Add(map.Line, map.PathOf("use"), "profile.unknown_code_map", "No map of this name stands under codeMaps.");
        return new CodeMapValue(of, new CodeMap(new Dictionary<string, string>(), UnknownCode.Keep, null));
    }

    private ConcatValue ReadConcat(MapReader map, int depth) =>
        new(ReadParts(map, depth), map.Text("separator", 10) ?? "", map.Boolean("skipBlank", false));

    private List<ValueMapping> ReadParts(MapReader map, int depth)
    {
        var parts = new List<ValueMapping>();
        if (map.Required("of") is YamlList { Items.Count: > 1 } list)
        {
            parts.AddRange(list.Items.Select((item, index) => Read(item, $"{map.PathOf("of")}[{index}]", depth + 1)));
        }
        else if (map.Node("of") is { } other)
        {
            errors.WrongType(other, map.PathOf("of"), "a list of two or more values");
        }

        return parts;
    }

    private LookupValue ReadLookup(MapReader map, int depth)
    {
        var match = new Dictionary<string, ValueMapping>(StringComparer.Ordinal);
        if (map.Required("match") is YamlMap { Entries.Count: > 0 } entries)
        {
            foreach (var (key, value) in entries.Entries)
            {
                match[key.Text] = Read(value, $"{map.PathOf("match")}.{key.Text}", depth + 1);
            }
        }
        else if (map.Node("match") is { } other)
        {
            errors.WrongType(other, map.PathOf("match"), "a mapping from columns of that file to values");
        }

        var otherwise = map.Text("default");
        var onMissing = map.Choice("onMissing", ProfileWords.OnMissing);
        if (otherwise is not null && onMissing is not null)
        {
            errors.Add(map.Line, map.Path, "profile.conflict", "Either default or onMissing is wanted, not both.");
        }

        return new LookupValue(map.RequiredText("file"), match, map.RequiredText("value"), FilterReader.Read(map, errors), otherwise, onMissing ?? MissingEntry.Blank);
    }

    private SplitValue ReadSplit(MapReader map, int depth)
    {
        var of = Of(map, depth);
        var separator = map.RequiredText("separator", 10);
        if (separator.Length == 0 && map.Node("separator") is { } node)
        {
            errors.Add(node, map.PathOf("separator"), "profile.out_of_range", "At least one character is wanted.");
        }

        if (map.OneOf("index", "list") == "index")
        {
            return new SplitValue(of, separator, map.Integer("index", 0, 99) ?? 0);
        }

        if (map.Node("list") is { } list && !map.Boolean("list", true))
        {
            errors.Add(list, map.PathOf("list"), "profile.unknown_value", "Only true is wanted here; write index otherwise.");
        }

        return new SplitValue(of, separator, null);
    }
}
