using ClosingGap.Ingest.Profiles.Mapping;

namespace ClosingGap.Ingest.Profiles.Reading;

/// <summary>Reads a list of filters; all of them must hold for a row.</summary>
internal static class FilterReader
{
    public static IReadOnlyList<RowFilter> Read(MapReader owner, ProfileErrors errors)
    {
        if (owner.Node("filter") is not { } node)
        {
            return [];
        }

        if (node is not YamlList list)
        {
            errors.WrongType(node, owner.PathOf("filter"), "a list of filters");
            return [];
        }

        return [.. list.Items.Select((item, index) => ReadOne(item, $"{owner.PathOf("filter")}[{index}]", errors)).OfType<RowFilter>()];
    }

    private static RowFilter? ReadOne(YamlNode node, string path, ProfileErrors errors)
    {
        if (MapReader.Open(node, path, ProfileKeys.Filter, errors) is not { } map)
        {
            return null;
        }

        var filter = new RowFilter(map.RequiredText("column"), RowFilterKind.In, Set([])) { Optional = map.Boolean("optional", false) };
        switch (map.OneOf("equals", "in", "notIn", "notBlank"))
        {
            case "equals":
                return filter with { Values = Set([map.RequiredText("equals")]) };
            case "in":
                return filter with { Values = Set(map.TextList("in")) };
            case "notIn":
                return filter with { Kind = RowFilterKind.NotIn, Values = Set(map.TextList("notIn")) };
            case "notBlank":
                if (!map.Boolean("notBlank", true))
                {
                    errors.Add(map.Node("notBlank")!, map.PathOf("notBlank"), "profile.unknown_value", "Only true is wanted here; leave the filter out otherwise.");
                }

                return filter with { Kind = RowFilterKind.NotBlank };
            default:
                return null;
        }
    }

    private static HashSet<string> Set(IReadOnlyList<string>? values) => new(values ?? [], StringComparer.Ordinal);
}
