using System.Globalization;
using ClosingGap.Domain.Milestones;

namespace ClosingGap.Domain.Tests.Milestones;

/// <summary>The definitions in the repository say what these tests are written against. Only flat keys are read here; the product reads them as YAML.</summary>
public sealed class MilestoneFilesTests
{
    public static TheoryData<string> Names => ["chronic-absence", "passing-courses", "credits-to-graduate", "suspensions"];

    [Theory]
    [MemberData(nameof(Names))]
    public void File_SaysWhatTheTestsUse(string name)
    {
        var expected = Given.Milestones.Definitions.Single(d => d.Id == name);
        var keys = Read(name);

        Assert.Equal(expected.Id, keys["id"]);
        Assert.Equal(expected.Version, Number(keys, "version", 0));
        Assert.Equal(expected.Title, keys["title"]);
        Assert.Equal(expected.Indicator, keys["indicator"]);
        Assert.Equal(expected.AtRiskNumerator ?? 0, Number(keys, "atRiskNumerator", 0));
        Assert.Equal(expected.AtRiskDenominator, Number(keys, "atRiskDenominator", 1));
        Assert.Equal(expected.OffTrackNumerator ?? 0, Number(keys, "offTrackNumerator", 0));
        Assert.Equal(expected.OffTrackDenominator, Number(keys, "offTrackDenominator", 1));
        Assert.Equal(expected.MinimumEvidence, Number(keys, "minimumEvidence", -1));
        Assert.Equal(expected.Grades, keys["grades"].Trim('[', ']').Split(',', StringSplitOptions.RemoveEmptyEntries).Select(g => g.Trim(' ', '"')));
        Assert.Equal(expected.EffectiveFrom, DateOnly.Parse(keys["effectiveFrom"], CultureInfo.InvariantCulture));
        Assert.True(keys["source"].Length > 40);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Keys_AreThePropertiesOfTheDefinition(string name)
    {
        var properties = typeof(MilestoneDefinition).GetProperties().Select(p => char.ToLowerInvariant(p.Name[0]) + p.Name[1..]).ToHashSet(StringComparer.Ordinal);

        Assert.Empty(Read(name).Keys.Except(properties, StringComparer.Ordinal));
    }

    private static Dictionary<string, string> Read(string name) => File.ReadLines(Path.Combine(Root(), "milestones", name + ".yaml"))
        .Where(line => !line.StartsWith('#') && !line.StartsWith(' ') && line.Contains(':', StringComparison.Ordinal))
        .Select(line => line.Split(':', 2))
        .ToDictionary(parts => parts[0], parts => parts[1].Trim().Trim('"'), StringComparer.Ordinal);

    private static int Number(Dictionary<string, string> keys, string key, int missing) =>
        keys.TryGetValue(key, out var text) ? int.Parse(text, CultureInfo.InvariantCulture) : missing;

    private static string Root()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "Directory.Packages.props")))
        {
            directory = directory.Parent;
        }

        return directory?.FullName ?? throw new DirectoryNotFoundException("No folder above the tests holds Directory.Packages.props.");
    }
}
