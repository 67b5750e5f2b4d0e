using ClosingGap.Domain.Growth;
using ClosingGap.Domain.Roster;

namespace ClosingGap.Domain.Tests.Growth;

public sealed class GrowthPairTests
{
    private static readonly DateOnly s_spring = Given.FirstDay.AddMonths(-4);

    private static readonly SchoolYearContext s_year = Given.Year(170) with
    {
        Assessments = new Dictionary<string, AssessmentInfo>(StringComparer.Ordinal)
        {
            ["r3"] = new("r3", "STAAR", "Reading", "03"), ["r4"] = new("r4", "STAAR", "Reading", "04"), ["m4"] = new("m4", "STAAR", "Mathematics", "04"),
            ["oral"] = new("oral", null, "Reading", "04"), ["open"] = new("open", "STAAR", "Reading"),
        },
    };

    [Fact]
    public void Of_TwoYearsInARow_PairsTheLatestOfEach()
    {
        var pair = Assert.Single(Of(
            Result("r3", s_spring, 1_400), Result("r3", s_spring.AddDays(20), 1_450), Result("r4", Given.Day(20), 1_500), Result("r4", Given.Day(160), 1_600)));

        Assert.Equal(("STAAR|Reading|03|04", 145_000, 160_000), (pair.Cohort, pair.PriorHundredths, pair.Hundredths));
        Assert.Equal((s_spring.AddDays(20), Given.Day(160)), (pair.PriorOn, pair.On));
    }

    [Fact]
    public void Of_AGradeThatTheResultNames_GoesBeforeTheTests() => Assert.Equal(
        "STAAR|Reading|03|03", Assert.Single(Of(Result("r3", s_spring, 1_400), Result("r4", Given.Day(20), 1_500) with { GradeWhenAssessed = "03" })).Cohort);

    [Theory]
    [InlineData("m4", 0, false)]
    [InlineData("oral", 0, false)]
    [InlineData("open", 0, false)]
    [InlineData("r3", -260, false)]
    [InlineData("r3", 0, true)]
    [InlineData("unknown", 0, false)]
    public void Of_WhatCannotBeCompared_IsNoPair(string prior, int days, bool wasNotTested) =>
        Assert.Empty(Of(Result(prior, s_spring.AddDays(days), 1_400) with { WasNotTested = wasNotTested }, Result("r4", Given.Day(20), 1_500)));

    [Fact]
    public void Of_AScoreAfterTheAsOfDate_IsNotKnownYet() => Assert.Empty(Of(Result("r3", s_spring, 1_400), Result("r4", Given.Day(171), 1_500)));

    private static IReadOnlyList<GrowthPair> Of(params AssessmentResult[] results) => GrowthPair.Of(results, s_year);

    private static AssessmentResult Result(string test, DateOnly on, int score) => new(test, on, ScoreHundredths: score * 100);
}
