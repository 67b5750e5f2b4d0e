using ClosingGap.Domain.Milestones;
using ClosingGap.Ingest.Profiles.Reading;

namespace ClosingGap.Ingest.Profiles;

/// <summary>Reads which milestones a state or district uses and defines: <c>use</c>, a list of ids and names of sets, and <c>define</c>, a list of definitions.</summary>
public static class MilestoneChoiceReader
{
    private const int MaxDefinitions = 100;

    /// <summary>Reads a text that holds nothing else, as a state sends it.</summary>
    /// <param name="yaml">The text, at most 1,000,000 characters.</param>
    /// <param name="name">What to call it in errors, e.g. its file name.</param>
    /// <exception cref="ProfileInvalidException">It cannot be used; each error with its line and reason.</exception>
    public static MilestoneChoice Read(string yaml, string name = "milestones.yaml")
    {
        ArgumentNullException.ThrowIfNull(yaml);
        var errors = new ProfileErrors();
        var choice = YamlTree.Parse(yaml, errors) is { } root ? Read(root, "", errors) : MilestoneChoice.None;
        if (!errors.Any)
        {
            foreach (var unknown in choice.Unknown(choice.Offer(DefaultMilestones.Set)))
            {
                errors.Add(1, "use", "milestone.unknown", UnknownText(unknown));
            }
        }

        errors.ThrowIfAny(name);
        return choice;
    }

    /// <summary>What is said of a name that nothing has.</summary>
    public static string UnknownText(string name) =>
        $"No milestone and no set is called {(name.Length <= 64 && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') ? name : "so")}. Name one that ships, one that the state defines, or one defined here.";

    internal static MilestoneChoice Read(YamlNode node, string path, ProfileErrors errors)
    {
        if (MapReader.Open(node, path, ProfileKeys.Milestones, errors) is not { } map)
        {
            return MilestoneChoice.None;
        }

        return new MilestoneChoice { Use = map.TextList("use"), Define = Definitions(map, errors) };
    }

    private static List<MilestoneDefinition> Definitions(MapReader map, ProfileErrors errors)
    {
        var definitions = new List<MilestoneDefinition>();
        var items = map.Items("define", "a list of definitions");
        if (items.Count > MaxDefinitions)
        {
            errors.Add(map.Node("define")!, map.PathOf("define"), "profile.out_of_range", "At most 100 definitions are taken.");
            return definitions;
        }

        foreach (var (node, path) in items)
        {
            if (MilestoneDefinitionReader.Read(node, path, errors) is not { } definition)
            {
                continue;
            }

            if (definitions.Exists(known => string.Equals(known.Id, definition.Id, StringComparison.Ordinal) && known.Version == definition.Version))
            {
                errors.Add(node, path, "milestone.duplicate_version", "Two definitions have the same id and version. Raise the version of the newer one.");
            }

            definitions.Add(definition);
        }

        return definitions;
    }
}
