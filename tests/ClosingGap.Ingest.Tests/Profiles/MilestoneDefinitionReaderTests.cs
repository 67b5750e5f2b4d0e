using ClosingGap.Domain.Milestones;
using ClosingGap.Ingest.Profiles;

namespace ClosingGap.Ingest.Tests.Profiles;

public sealed class MilestoneDefinitionReaderTests
{
    private const string Valid = """
        id: chronic-absence
        version: 2
        title: Regular attendance
        indicator: attendance.rate
        atRiskNumerator: 1
        atRiskDenominator: 20
        offTrackNumerator: 1
        offTrackDenominator: 10
        minimumEvidence: 10
        grades: [KG, "01"]
        effectiveFrom: 2009-07-01
        effectiveTo: 2030-06-30
        source: a published rule
        """;

    [Fact]
    public void Defaults_Always_AreTheRepositorysFilesAndInForce()
    {
        var files = Directory.GetFiles(Path.Combine(ProfileTestPaths.Repository, "milestones"), "*.yaml");
        Assert.Equal(files.Length, DefaultMilestones.Set.Definitions.Count);
        Assert.Equal(
            ["chronic-absence", "credits-to-graduate", "passing-courses", "suspensions"],
            DefaultMilestones.Set.InForceOn(new DateOnly(2011, 5, 27)).Definitions.Where(definition => definition.Set is null).Select(definition => definition.Id));
    }

    [Theory]
    [InlineData("lms-missing-work", true)]
    [InlineData("lms-late-work", true)]
    [InlineData("lms-last-activity", true)]
    [InlineData("lms-current-score", false)]
    [InlineData("lms-activity-minutes", false)]
    public void Indicator_OfTheLms_IsTakenWhereMoreIsWorse(string indicator, bool taken)
    {
        var yaml = Valid.Replace("attendance.rate", indicator, StringComparison.Ordinal);

        var refused = Record.Exception(() => MilestoneDefinitionReader.Read(yaml)) as ProfileInvalidException;

        Assert.Equal(taken, refused is null);
        Assert.All(refused?.Errors ?? [], error => Assert.Equal(("indicator", "milestone.unknown_indicator"), (error.Path, error.Code)));
    }

    [Fact]
    public void Keys_Always_AreTheRecordsPropertiesInCamelCase()
    {
        var properties = typeof(MilestoneDefinition).GetProperties().Where(property => property.CanWrite).Select(property => char.ToLowerInvariant(property.Name[0]) + property.Name[1..]);
        Assert.Equal(properties.Order(StringComparer.Ordinal), MilestoneDefinitionReader.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Read_AllKeys_FillsEveryProperty()
    {
        var definition = MilestoneDefinitionReader.Read(Valid);
        Assert.Equal(("chronic-absence", 2, "Regular attendance", "attendance.rate"), (definition.Id, definition.Version, definition.Title, definition.Indicator));
        Assert.Equal((1, 20, 1, 10, 10), (definition.AtRiskNumerator, definition.AtRiskDenominator, definition.OffTrackNumerator, definition.OffTrackDenominator, definition.MinimumEvidence));
        Assert.Equal(["KG", "01"], definition.Grades);
        Assert.Equal((new DateOnly(2009, 7, 1), (DateOnly?)new DateOnly(2030, 6, 30)), (definition.EffectiveFrom, definition.EffectiveTo));
        Assert.Equal("a published rule", definition.Source);
    }

    [Theory]
    [InlineData("version: 2", "version: two", 2, "profile.wrong_type")]
    [InlineData("indicator: attendance.rate", "indicator: mood", 4, "milestone.unknown_indicator")]
    [InlineData("atRiskNumerator: 1", "atRiskNumerator: 5", 5, "milestone.thresholds_reversed")]
    [InlineData("minimumEvidence: 10", "minimumEvidence: 367", 9, "milestone.out_of_range")]
    [InlineData("grades: [KG, \"01\"]", "grades: [KG, 01]", 10, "profile.wrong_type")]
    [InlineData("grades: [KG, \"01\"]", "grades: [KG, first]", 10, "milestone.invalid_grade")]
    [InlineData("effectiveFrom: 2009-07-01", "effectiveFrom: 2009-7-1", 11, "profile.wrong_type")]
    [InlineData("effectiveFrom: 2009-07-01", "effectiveFrom: 2031-07-01", 12, "milestone.dates_reversed")]
    [InlineData("effectiveTo: 2030-06-30", "until: 2030-06-30", 12, "profile.unknown_key")]
    [InlineData("source: a published rule", "", 1, "profile.missing_key")]
    public void Read_AnInvalidDefinition_NamesLineAndReason(string valid, string broken, int line, string code)
    {
        var exception = Assert.Throws<ProfileInvalidException>(() => MilestoneDefinitionReader.Read(Valid.Replace(valid, broken, StringComparison.Ordinal), "m.yaml"));
        Assert.Contains(exception.Errors, error => error.Line == line && error.Code == code);
    }
}
