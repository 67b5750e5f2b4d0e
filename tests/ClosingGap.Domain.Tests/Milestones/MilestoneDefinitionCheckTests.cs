using ClosingGap.Domain.Indicators;
using ClosingGap.Domain.Milestones;

namespace ClosingGap.Domain.Tests.Milestones;

public sealed class MilestoneDefinitionCheckTests
{
    public static TheoryData<string, string, MilestoneDefinition> Wrong => new()
    {
        { "milestone.invalid_id", "id", Given.ChronicAbsence with { Id = "Chronic Absence" } },
        { "milestone.invalid_id", "id", Given.ChronicAbsence with { Id = "a--b" } },
        { "milestone.out_of_range", "version", Given.ChronicAbsence with { Version = 0 } },
        { "milestone.missing", "title", Given.ChronicAbsence with { Title = " " } },
        { "milestone.missing", "source", Given.ChronicAbsence with { Source = "" } },
        { "milestone.out_of_range", "minimumEvidence", Given.ChronicAbsence with { MinimumEvidence = -1 } },
        { "milestone.dates_reversed", "effectiveTo", Given.ChronicAbsence with { EffectiveTo = new DateOnly(2000, 1, 1) } },
        { "milestone.unknown_indicator", "indicator", Given.ChronicAbsence with { Indicator = IndicatorIds.CourseAttempts } },
        { "milestone.missing", "offTrackNumerator", Given.ChronicAbsence with { OffTrackNumerator = null } },
        { "milestone.out_of_range", "offTrackNumerator", Given.ChronicAbsence with { OffTrackDenominator = 0 } },
        { "milestone.out_of_range", "atRiskNumerator", Given.ChronicAbsence with { AtRiskNumerator = 0 } },
        { "milestone.out_of_range", "offTrackNumerator", Given.ChronicAbsence with { OffTrackNumerator = 11 } },
        { "milestone.thresholds_reversed", "atRiskNumerator", Given.ChronicAbsence with { AtRiskNumerator = 2 } },
        { "milestone.thresholds_reversed", "atRiskNumerator", Given.PassingCourses with { AtRiskNumerator = 3 } },
        { "milestone.invalid_grade", "grades[1]", Given.ChronicAbsence with { Grades = ["09", "9"] } },
        { "milestone.invalid_grade", "grades[1]", Given.ChronicAbsence with { Grades = ["09", "09"] } },
        { "milestone.invalid_grade", "grades[1]", Given.Credits with { Grades = ["09", "11"] } },
        { "milestone.missing", "grades", Given.Credits with { Grades = [] } },
        { "milestone.not_used", "offTrackNumerator", Given.Credits with { OffTrackNumerator = 1 } },
    };

    [Theory]
    [MemberData(nameof(Wrong), DisableDiscoveryEnumeration = true)]
    public void WrongDefinition_IsNamedByPath(string code, string path, MilestoneDefinition definition)
    {
        Assert.Contains(MilestoneDefinitionCheck.Check(definition), e => e.Code == code && e.Path == path && e.Fix.Length > 0);
    }

    [Fact]
    public void DefaultDefinitions_AreRight() => Assert.Empty(MilestoneDefinitionCheck.Check(Given.Milestones));

    [Fact]
    public void VersionGivenTwice_IsAnError()
    {
        var errors = MilestoneDefinitionCheck.Check(new MilestoneSet([Given.ChronicAbsence, Given.ChronicAbsence with { Title = "Again" }]));

        Assert.Equal("milestone.duplicate_version", Assert.Single(errors).Code);
    }

    [Fact]
    public void InForce_IsTheHighestVersionThatHoldsOnTheDate()
    {
        var set = new MilestoneSet(
        [
            Given.Suspensions with { EffectiveFrom = new DateOnly(2030, 1, 1) },
            Given.ChronicAbsence with { Version = 2, EffectiveFrom = new DateOnly(2025, 7, 1) },
            Given.ChronicAbsence,
            Given.ChronicAbsence with { Version = 3, EffectiveFrom = new DateOnly(2026, 7, 1) },
            Given.PassingCourses with { EffectiveTo = new DateOnly(2026, 1, 31) },
        ]);

        Assert.Equal([("chronic-absence", 2), ("passing-courses", 1)], set.InForceOn(new DateOnly(2026, 1, 31)).Definitions.Select(d => (d.Id, d.Version)));
        Assert.Equal([("chronic-absence", 2)], set.InForceOn(new DateOnly(2026, 2, 1)).Definitions.Select(d => (d.Id, d.Version)));
    }
}
