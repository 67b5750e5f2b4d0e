using ClosingGap.Domain.Indicators;
using ClosingGap.Domain.Milestones;
using ClosingGap.Domain.Roster;
using ClosingGap.Domain.Verdicts;

namespace ClosingGap.Domain.Tests.Milestones;

public sealed class SuspensionsTests
{
    [Theory]
    [InlineData(0, VerdictStatus.OnTrack)]
    [InlineData(1, VerdictStatus.AtRisk)]
    [InlineData(50, VerdictStatus.AtRisk)]
    [InlineData(299, VerdictStatus.AtRisk)]
    [InlineData(300, VerdictStatus.OffTrack)]
    public void Days_AreHeldAgainstTheThresholds(int hundredths, VerdictStatus status)
    {
        Assert.Equal(status, Judge(Suspension(10, hundredths)).Status);
    }

    [Fact]
    public void Length_IsTheActualOneIfKnown()
    {
        var result = Assess(
            Suspension(10, actual: 50, assigned: 300), Suspension(11, assigned: 100), Suspension(12, actual: 0, assigned: 500),
            new(DisciplineKind.OutOfSchoolSuspension, Given.Day(13), 125, null));
        var fact = result.Fact(IndicatorIds.SuspensionDays)!;

        Assert.Equal(275, fact.Numerator);
        Assert.Equal((150L, 125L), (fact.Number(SuspensionIndicator.InSchoolHundredths), fact.Number(SuspensionIndicator.OutOfSchoolHundredths)));
        Assert.Contains("2.75 days", Given.Verdict(result, Given.Suspensions).InEnglish(), StringComparison.Ordinal);
    }

    [Fact]
    public void ActionsThatAreNoSuspensionOrOutsideTheWindow_DoNotCount()
    {
        var verdict = Judge(
            new(DisciplineKind.Expulsion, Given.Day(5), 500, null), new(DisciplineKind.Other, Given.Day(5), 500, null),
            Suspension(101, 500), new(DisciplineKind.InSchoolSuspension, Given.FirstDay.AddDays(-1), 500, null));

        Assert.Equal(VerdictStatus.OnTrack, verdict.Status);
    }

    [Fact]
    public void SuspensionWithoutLength_IsNeitherNoneNorMany()
    {
        Assert.Equal(VerdictStatus.NotEnoughData, Judge(Suspension(10)).Status);
        Assert.Equal(VerdictStatus.AtRisk, Judge(Suspension(10), Suspension(11, 100)).Status);
        Assert.Equal(VerdictStatus.OffTrack, Judge(Suspension(10), Suspension(11, 300)).Status);
    }

    [Fact]
    public void NoDisciplineTable_IsNotEnoughData()
    {
        var context = Given.Year(100) with { Tables = SnapshotTables.All & ~SnapshotTables.DisciplineActions };

        Assert.Equal(VerdictStatus.NotEnoughData, Given.Verdict(Given.Assess(Given.Member(), context), Given.Suspensions).Status);
    }

    private static DisciplineMark Suspension(int day, int? actual = null, int? assigned = null) =>
        new(DisciplineKind.InSchoolSuspension, Given.Day(day), actual, assigned);

    private static StudentResult Assess(params DisciplineMark[] marks) => Given.Assess(Given.Member() with { Discipline = marks }, Given.Year(100));

    private static Verdict Judge(params DisciplineMark[] marks) => Given.Verdict(Assess(marks), Given.Suspensions);
}
