using ClosingGap.Ingest.Profiles.Mapping;

namespace ClosingGap.Ingest.Profiles.Reading;

/// <summary>Reads code maps, named or inline.</summary>
internal static class CodeMapReader
{
    public static IReadOnlyDictionary<string, CodeMap> ReadNamed(YamlNode? node, ProfileErrors errors)
    {
        var result = new Dictionary<string, CodeMap>(StringComparer.Ordinal);
        foreach (var (name, value) in MapReader.Entries(node, "codeMaps", "a mapping from a name to a code map", errors))
        {
            if (MapReader.Open(value, $"codeMaps.{name.Text}", ProfileKeys.CodeMap, errors) is { } map)
            {
                result[name.Text] = Read(map, errors);
            }
        }

        return result;
    }

    /// <summary>Reads <c>map</c>, <c>default</c> and <c>onUnknown</c>.</summary>
    public static CodeMap Read(MapReader map, ProfileErrors errors)
    {
        var codes = map.Required("map") is { } node ? ReadCodes(node, map.PathOf("map"), errors) : [];
        var (onUnknown, otherwise) = ReadUnknown(map, UnknownCode.Reject, errors);
        return new CodeMap(codes, onUnknown, otherwise);
    }

    /// <summary>Reads the codes themselves.</summary>
    public static Dictionary<string, string> ReadCodes(YamlNode node, string path, ProfileErrors errors)
    {
        var codes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in MapReader.Entries(node, path, "a mapping from the district's code to the canonical one", errors))
        {
            codes[key.Text] = MapReader.TextOf(value, $"{path}.{key.Text}", 1_000, errors) ?? "";
        }

        return codes;
    }

    /// <summary>Reads <c>default</c> and <c>onUnknown</c>, of which one may stand there.</summary>
    public static (UnknownCode OnUnknown, string? Default) ReadUnknown(MapReader map, UnknownCode usual, ProfileErrors errors)
    {
        var otherwise = map.Text("default");
        var onUnknown = map.Choice("onUnknown", ProfileWords.OnUnknown);
        if (otherwise is not null && onUnknown is not null)
        {
            errors.Add(map.Line, map.Path, "profile.conflict", "Either default or onUnknown is wanted, not both.");
        }

        return (otherwise is null ? onUnknown ?? usual : UnknownCode.Default, otherwise);
    }
}
