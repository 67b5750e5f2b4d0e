using System.Globalization;
using ClosingGap.Domain.Milestones;
using ClosingGap.Ingest.Profiles.Reading;

namespace ClosingGap.Ingest.Profiles;

/// <summary>Reads a milestone definition from YAML: one flat mapping whose keys are the properties of <see cref="MilestoneDefinition"/> in camel case.</summary>
public static class MilestoneDefinitionReader
{
    /// <summary>The keys, each the name of a property in camel case.</summary>
    internal static IReadOnlyList<string> Keys { get; } =
    [
        "id", "version", "title", "indicator", "atRiskNumerator", "atRiskDenominator", "offTrackNumerator", "offTrackDenominator",
        "minimumEvidence", "grades", "effectiveFrom", "effectiveTo", "source",
    ];

    /// <summary>Reads and checks one definition.</summary>
    /// <param name="yaml">The text, at most 1,000,000 characters.</param>
    /// <param name="name">What to call it in errors, e.g. its file name.</param>
    /// <exception cref="ProfileInvalidException">Unknown key, wrong type, or what <see cref="MilestoneDefinitionCheck"/> refuses; each with its line.</exception>
    public static MilestoneDefinition Read(string yaml, string name = "milestone.yaml")
    {
        ArgumentNullException.ThrowIfNull(yaml);
        var errors = new ProfileErrors();
        var root = YamlTree.Parse(yaml, errors);
        var map = root is null ? null : MapReader.Open(root, "", Keys, errors);
        var definition = map is null ? null : Read(map, errors);
        errors.ThrowIfAny(name);
        foreach (var error in MilestoneDefinitionCheck.Check(definition!))
        {
            errors.Add(LineOf(map!, error.Path), error.Path, error.Code, $"{error.Problem} {error.Fix}");
        }

        errors.ThrowIfAny(name);
        return definition!;
    }

    private static MilestoneDefinition Read(MapReader map, ProfileErrors errors)
    {
        _ = map.Required("version");
        _ = map.Required("effectiveFrom");
        return new MilestoneDefinition
        {
            Id = map.RequiredText("id"),
            Version = map.Integer("version", 1, 1_000_000) ?? 1,
            Title = map.RequiredText("title"),
            Indicator = map.RequiredText("indicator"),
            AtRiskNumerator = map.Integer("atRiskNumerator", 0, int.MaxValue),
            AtRiskDenominator = map.Integer("atRiskDenominator", 0, int.MaxValue) ?? 1,
            OffTrackNumerator = map.Integer("offTrackNumerator", 0, int.MaxValue),
            OffTrackDenominator = map.Integer("offTrackDenominator", 0, int.MaxValue) ?? 1,
            MinimumEvidence = map.Integer("minimumEvidence", int.MinValue, int.MaxValue) ?? 0,
            Grades = map.TextList("grades") ?? [],
            EffectiveFrom = Date(map, "effectiveFrom", errors) ?? default,
            EffectiveTo = Date(map, "effectiveTo", errors),
            Source = map.RequiredText("source", 2_000),
        };
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

    /// <summary>The line of the property that a check names, e.g. <c>grades[1]</c>; the definition's own line when it is not there.</summary>
    private static int LineOf(MapReader map, string path)
    {
        var end = path.AsSpan().IndexOfAny('[', '.');
        var key = end < 0 ? path : path[..end];
        return Keys.Contains(key, StringComparer.Ordinal) && map.Node(key) is { } node ? node.Line : map.Line;
    }
}
