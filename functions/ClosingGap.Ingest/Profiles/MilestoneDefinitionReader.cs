using System.Globalization;
using ClosingGap.Domain.Milestones;
using ClosingGap.Ingest.Profiles.Reading;

namespace ClosingGap.Ingest.Profiles;

/// <summary>Reads milestone definitions from YAML: mappings whose keys are the properties of <see cref="MilestoneDefinition"/> in camel case.</summary>
public static class MilestoneDefinitionReader
{
    private static readonly string[] s_conditionKeys =
        ["indicator", "atRiskNumerator", "atRiskDenominator", "offTrackNumerator", "offTrackDenominator", "beyond", "atYearEnd", "minimumEvidence"];

    /// <summary>The keys, each the name of a property in camel case.</summary>
    internal static IReadOnlyList<string> Keys { get; } =
        ["id", "version", "title", "titles", "set", .. s_conditionKeys, "parts", "grades", "weight", "effectiveFrom", "effectiveTo", "source"];

    /// <summary>The keys of a part.</summary>
    internal static IReadOnlyList<string> PartKeys { get; } = [.. s_conditionKeys, "family", "subjects", "takenIn", "attempt", "courses", "byGrade", "years"];

    /// <summary>Reads and checks one definition.</summary>
    /// <param name="yaml">The text, at most 1,000,000 characters.</param>
    /// <param name="name">What to call it in errors, e.g. its file name.</param>
    /// <exception cref="ProfileInvalidException">Unknown key, wrong type, or what <see cref="MilestoneDefinitionCheck"/> refuses; each with its line.</exception>
    public static MilestoneDefinition Read(string yaml, string name = "milestone.yaml")
    {
        ArgumentNullException.ThrowIfNull(yaml);
        var errors = new ProfileErrors();
        var root = YamlTree.Parse(yaml, errors);
        var definition = root is null ? null : Read(root, "", errors);
        errors.ThrowIfAny(name);
        return definition!;
    }

    /// <summary>Reads and checks the definition that a node holds; null, with errors, when it cannot be used.</summary>
    internal static MilestoneDefinition? Read(YamlNode node, string path, ProfileErrors errors)
    {
        var before = errors.Count;
        if (MapReader.Open(node, path, Keys, errors) is not { } map)
        {
            return null;
        }

        var definition = Read(map, errors);
        if (errors.Count > before)
        {
            return null;
        }

        foreach (var error in MilestoneDefinitionCheck.Check(definition))
        {
            errors.Add(LineOf(map, error.Path), map.PathOf(error.Path), error.Code, $"{error.Problem} {error.Fix}");
        }

        return errors.Count > before ? null : definition;
    }

    private static MilestoneDefinition Read(MapReader map, ProfileErrors errors)
    {
        _ = map.Required("version");
        _ = map.Required("effectiveFrom");
        var parts = Parts(map, errors);
        if (parts.Count == 0)
        {
            _ = map.Required("indicator");
        }

        var own = Condition(map);
        return new MilestoneDefinition
        {
            Id = map.RequiredText("id"),
            Version = map.Integer("version", 1, 1_000_000) ?? 1,
            Title = map.RequiredText("title"),
            Titles = Titles(map, errors),
            Set = map.Text("set", 64),
            Indicator = own.Indicator,
            AtRiskNumerator = own.AtRiskNumerator,
            AtRiskDenominator = own.AtRiskDenominator,
            OffTrackNumerator = own.OffTrackNumerator,
            OffTrackDenominator = own.OffTrackDenominator,
            Beyond = own.Beyond,
            AtYearEnd = own.AtYearEnd,
            MinimumEvidence = own.MinimumEvidence,
            Parts = parts,
            Grades = map.TextList("grades") ?? [],
            Weight = map.Integer("weight", int.MinValue, int.MaxValue) ?? 1,
            EffectiveFrom = Date(map, "effectiveFrom", errors) ?? default,
            EffectiveTo = Date(map, "effectiveTo", errors),
            Source = map.RequiredText("source", 2_000),
        };
    }

    private static List<MilestonePart> Parts(MapReader map, ProfileErrors errors)
    {
        var parts = new List<MilestonePart>();
        foreach (var (node, path) in map.Items("parts", "a list of mappings"))
        {
            if (MapReader.Open(node, path, PartKeys, errors) is { } part)
            {
                _ = part.Required("indicator");
                parts.Add(Condition(part) with
                {
                    Family = part.Text("family", 100),
                    Subjects = part.TextList("subjects") ?? [],
                    TakenIn = part.TextList("takenIn") ?? [],
                    Attempt = part.Choice("attempt", ProfileWords.Attempt) ?? default,
                    Courses = part.TextList("courses") ?? [],
                    ByGrade = part.Text("byGrade", 10),
                    Years = part.Integer("years", int.MinValue, int.MaxValue) ?? 4,
                });
            }
        }

        return parts;
    }

    private static MilestonePart Condition(MapReader map) => new()
    {
        Indicator = map.Text("indicator") ?? "",
        AtRiskNumerator = map.Integer("atRiskNumerator", 0, int.MaxValue),
        AtRiskDenominator = map.Integer("atRiskDenominator", 0, int.MaxValue) ?? 1,
        OffTrackNumerator = map.Integer("offTrackNumerator", 0, int.MaxValue),
        OffTrackDenominator = map.Integer("offTrackDenominator", 0, int.MaxValue) ?? 1,
        Beyond = map.Boolean("beyond", false),
        AtYearEnd = map.Boolean("atYearEnd", false),
        MinimumEvidence = map.Integer("minimumEvidence", int.MinValue, int.MaxValue) ?? 0,
    };

    private static SortedDictionary<string, string> Titles(MapReader map, ProfileErrors errors)
    {
        var titles = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (language, title) in MapReader.Entries(map.Node("titles"), map.PathOf("titles"), "a mapping from language codes to texts", errors))
        {
            if (MapReader.TextOf(title, map.PathOf("titles." + language.Text), 1_000, errors) is { } text)
            {
                titles[language.Text] = text;
            }
        }

        return titles;
    }

    private static DateOnly? Date(MapReader map, string key, ProfileErrors errors)
    {
        if (map.Text(key) is not { } text)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        errors.Add(map.Node(key)!, map.PathOf(key), "profile.wrong_type", "A date such as 2010-07-01 is wanted.");
        return null;
    }

    /// <summary>The line of the property that a check names, e.g. <c>grades[1]</c> or <c>parts[0].indicator</c>; the definition's own line when it is not there.</summary>
    private static int LineOf(MapReader map, string path)
    {
        var end = path.AsSpan().IndexOfAny('[', '.');
        var key = end < 0 ? path : path[..end];
        if (!Keys.Contains(key, StringComparer.Ordinal) || map.Node(key) is not { } node)
        {
            return map.Line;
        }

        return node is YamlList { Items: var items } && end >= 0 && path[end] == '['
            && int.TryParse(path.AsSpan(end + 1, path.IndexOf(']', end) - end - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < items.Count
            ? items[index] is YamlMap part && path.Split('.') is [_, var inner] ? part.Find(inner)?.Line ?? part.Line : items[index].Line
            : node.Line;
    }
}
