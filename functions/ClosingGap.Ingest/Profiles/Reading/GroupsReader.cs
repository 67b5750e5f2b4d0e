using System.Globalization;
using ClosingGap.Domain.Groups;

namespace ClosingGap.Ingest.Profiles.Reading;

/// <summary>Reads <c>settings.groups</c>.</summary>
internal static class GroupsReader
{
    private const int MostStudents = 10_000;

    public static GroupSettings Read(MapReader map, ProfileErrors errors)
    {
        var defaults = GroupSettings.Default;
        var combinations = Combinations(map, errors);
        return new GroupSettings
        {
            Membership = map.Choice("membership", ProfileWords.Membership) ?? defaults.Membership,
            Combinations = combinations,
            References = References(map, combinations, errors),
            PerformanceLevels = Levels(map, errors),
            MinimumStudents = map.Integer("minimumStudents", 1, MostStudents) ?? defaults.MinimumStudents,
            MinimumCell = map.Integer("minimumCell", 0, MostStudents) ?? defaults.MinimumCell,
            MinimumGroup = map.Integer("minimumGroup", 1, MostStudents) ?? defaults.MinimumGroup,
        };
    }

    private static List<string> Combinations(MapReader map, ProfileErrors errors)
    {
        var combinations = new List<string>();
        var parts = new List<HashSet<string>>();
        var items = map.Items("combinations", "a list of lists of dimensions");
        if (items.Count > GroupSettings.MostCombinations)
        {
            errors.Add(map.Node("combinations")!, map.PathOf("combinations"), "profile.out_of_range", string.Create(
                CultureInfo.InvariantCulture, $"At most {GroupSettings.MostCombinations} combinations are taken: each multiplies the groups that are counted."));
            return combinations;
        }

        foreach (var (node, path) in items)
        {
            if (Parts(node, path, errors) is not { } names)
            {
                continue;
            }

            if (parts.Any(known => known.SetEquals(names)))
            {
                errors.Add(node, path, "profile.conflict", "The same dimensions are combined already; their order makes no difference.");
                continue;
            }

            parts.Add([.. names]);
            combinations.Add(string.Join(GroupDimensions.Plus, names));
        }

        return combinations;
    }

    private static List<string>? Parts(YamlNode node, string path, ProfileErrors errors)
    {
        if (node is not YamlList list)
        {
            errors.WrongType(node, path, "a list of dimensions");
            return null;
        }

        List<string> names = [.. list.Items.Select(item => MapReader.TextOf(item, path, 1_000, errors)).OfType<string>()];
        if (names.Count != list.Items.Count)
        {
            return null;
        }

        if (names.Count < 2 || names.Count > GroupSettings.MostParts || names.Distinct(StringComparer.Ordinal).Count() != names.Count)
        {
            errors.Add(node, path, "profile.out_of_range", string.Create(
                CultureInfo.InvariantCulture, $"Two to {GroupSettings.MostParts} different dimensions are wanted."));
            return null;
        }

        if (!names.All(name => GroupDimensions.All.Any(known => string.Equals(known.Name, name, StringComparison.Ordinal))))
        {
            errors.Add(node, path, "profile.unknown_value", $"Each is one of these: {string.Join(", ", GroupDimensions.All.Select(known => known.Name))}.");
            return null;
        }

        return names;
    }

    private static IReadOnlyList<string> Levels(MapReader map, ProfileErrors errors)
    {
        if (map.TextList("performanceLevels") is not { } names)
        {
            return [];
        }

        List<string> levels = [.. names.Select(name => name.Trim())];
        if (levels.Count is < 2 or > GroupSettings.MostLevels || levels.Any(string.IsNullOrEmpty)
            || levels.Distinct(StringComparer.OrdinalIgnoreCase).Count() != levels.Count)
        {
            errors.Add(map.Node("performanceLevels")!, map.PathOf("performanceLevels"), "profile.out_of_range", string.Create(
                CultureInfo.InvariantCulture, $"Two to {GroupSettings.MostLevels} different names are wanted, the lowest level first."));
            return [];
        }

        return levels;
    }

    private static SortedDictionary<string, string> References(MapReader map, List<string> combinations, ProfileErrors errors)
    {
        var references = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var path = map.PathOf("references");
        foreach (var (dimension, node) in MapReader.Entries(map.Node("references"), path, "a mapping from dimensions to groups", errors))
        {
            var at = $"{path}.{dimension.Text}";
            var isKnown = dimension.Text.Contains(GroupDimensions.Plus, StringComparison.Ordinal)
                ? combinations.Contains(dimension.Text, StringComparer.Ordinal)
                : GroupDimensions.Find(dimension.Text) is not null;
            if (!isKnown)
            {
                errors.Add(dimension, at, "profile.unknown_key", "This is no dimension, and no combination that the profile names.");
            }
            else if (MapReader.TextOf(node, at, 1_000, errors) is { } value)
            {
                if (GroupDimensions.HasValue(dimension.Text, value) && !GroupDimensions.IsUnknown(value))
                {
                    references[dimension.Text] = value;
                }
                else
                {
                    errors.Add(node, at, "profile.unknown_value", "The dimension has no such group to compare with.");
                }
            }
        }

        return references;
    }
}
