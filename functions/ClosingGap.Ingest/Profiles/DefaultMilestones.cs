using ClosingGap.Domain.Milestones;

namespace ClosingGap.Ingest.Profiles;

/// <summary>The definitions that come with the product: the repository's <c>milestones/*.yaml</c>.</summary>
public static class DefaultMilestones
{
    private const string Prefix = "ClosingGap.Milestones.";

    /// <summary>All of them.</summary>
    public static MilestoneSet Set { get; } = Load();

    private static MilestoneSet Load()
    {
        var assembly = typeof(DefaultMilestones).Assembly;
        var definitions = new List<MilestoneDefinition>();
        foreach (var resource in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(resource)!;
            using var reader = new StreamReader(stream);
            definitions.Add(MilestoneDefinitionReader.Read(reader.ReadToEnd(), resource[Prefix.Length..]));
        }

        var set = new MilestoneSet(definitions);
        return MilestoneDefinitionCheck.Check(set) is [var error, ..]
            ? throw new InvalidOperationException($"The milestones that come with the product do not fit together: {error.Code} at {error.Path}.")
            : set;
    }
}
