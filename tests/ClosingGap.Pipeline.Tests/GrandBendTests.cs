using ClosingGap.Domain.Gaps;
using ClosingGap.Domain.Statistics;
using ClosingGap.Pipeline.Districts;
using ClosingGap.Pipeline.Drops;
using ClosingGap.Pipeline.Reading;
using ClosingGap.Pipeline.Tests.Running;
using ClosingGap.TestSupport;

namespace ClosingGap.Pipeline.Tests;

public sealed class GrandBendTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Drop_OfAnEdFiDistrictThroughItsProfile_IsPublishedWithItsKnownFigures()
    {
        var token = TestContext.Current.CancellationToken;
        await using var host = await RegisteredAsync(token);
        var drop = await DropAsync(host);

        Assert.Equal((DropState.Published, null), (drop.State, drop.ReasonCode));
        var summary = (await host.Get<DistrictReader>().FindAsync(host.District, token))!.Value;
        var bands = summary.Figures.Attendance;
        Assert.Equal(960, summary.Students);
        Assert.Equal(177, summary.InstructionalDays);
        Assert.Equal((42, 54, 96, 768, 0), (bands.Chronic, bands.AtRisk, bands.Satisfactory, bands.None, bands.NotMeasured));
        Assert.Equal((13_440, 1_915), (summary.Figures.CourseAttempts, summary.Figures.CourseAttemptsFailed));
        Assert.Equal(new DateOnly(2011, 5, 27), summary.AsOf);
        Assert.Equal(0, drop.Counts.RowsRejected);
    }

    [Fact]
    public async Task Gaps_OfTheEdFiDistrict_AreThoseOfARecountFromItsFiles()
    {
        var token = TestContext.Current.CancellationToken;
        await using var host = await RegisteredAsync(token);
        await DropAsync(host);

        // Counted from Student.csv, AttendanceEvent.csv (days with an excused or unexcused absence, of 177) and DisciplineAction.csv by themselves.
        var race = (await host.Get<GapReader>().FindAsync(host.District, null, "race", null, token)).Gaps!.Value;
        Assert.Equal(
            [("AmericanIndianOrAlaskaNative", 108), ("Asian", 115), ("BlackOrAfricanAmerican", 107), ("HispanicOrLatino", 434), ("NativeHawaiianOrOtherPacificIslander", 95), ("White", 101)],
            race.Groups.Select(group => (group.Group, (int)group.Students)));
        Assert.Equal([3, 4, 5, 21, 6, 3], race.Measures.Single(measure => measure.Measure.Id == GapMeasure.Chronic).Groups.Select(gap => (int)gap.Focal.Count!.Value));
        var chronic = Gap(race, GapMeasure.Chronic, "HispanicOrLatino");
        Assert.Equal((-.0187, -.05, .0378), (chronic.Difference!.Value, chronic.Difference.Low, chronic.Difference.High));
        Assert.Equal(
            (RiskRatioOutcome.Ratio, 1.212, .6709, 2.1894, 1.106),
            (chronic.RiskRatio!.Outcome, chronic.RiskRatio.Ratio!.Value, chronic.RiskRatio.Ratio.Low, chronic.RiskRatio.Ratio.High, chronic.CompositionIndex));
        Assert.Equal(GapStanding.NoClearDifference, chronic.Standing);
        var absence = Gap(race, "attendance.rate", "NativeHawaiianOrOtherPacificIslander");
        Assert.Equal((148.6526, -.1705, -.4501, .109), (absence.Focal.Mean, absence.EffectSize!.Value, absence.EffectSize.Low, absence.EffectSize.High));
        var suspensions = Gap(race, "discipline.suspensionDays", "HispanicOrLatino");
        Assert.Equal((3.4562, 5.9406), (suspensions.Focal.Mean, suspensions.Reference!.Mean));
        Assert.Equal([1, 2, 4, 11, 0, 2], race.Measures.Single(measure => measure.Measure.Id == "discipline.suspensionDays.any").Groups.Select(gap => (int)gap.Focal.Count!.Value));

        var military = (await host.Get<GapReader>().FindAsync(host.District, null, "militaryConnected", GapMeasure.Chronic, token)).Gaps!.Value;
        Assert.Equal([(37L, 803L), (5L, 157L)], military.Measures[0].Groups.Select(gap => (gap.Focal.Count!.Value, gap.Focal.Students)));

        // The district's files tell nobody as economically disadvantaged: there is nobody to compare.
        var economic = (await host.Get<GapReader>().FindAsync(host.District, null, "economicDisadvantage", null, token)).Gaps!.Value;
        Assert.Equal([("no", 960)], economic.Groups.Select(group => (group.Group, (int)group.Students)));
    }

    private async Task<PipelineHost> RegisteredAsync(CancellationToken token)
    {
        Assert.SkipWhen(RepositoryPaths.SharedData is null, "The shared test data is not beside the repository.");
        var host = new PipelineHost(azurite.ConnectionString, "255901");
        var yaml = await File.ReadAllTextAsync(Path.Combine(RepositoryPaths.Root, "profiles", "edfi-grand-bend.yaml"), token);
        await host.RegisterAsync(await host.Get<DistrictProfiles>().SaveAsync(host.District, "sis", yaml, token));
        return host;
    }

    private static async Task<Drop> DropAsync(PipelineHost host) =>
        await host.RunAsync(await host.DropAsync("night", SamplePackage.OfFolder(Path.Combine(RepositoryPaths.SharedData!, "edfi-grand-bend")).ToZip()));

    private static GroupGap Gap(DistrictGaps gaps, string measure, string group) =>
        gaps.Measures.Single(known => known.Measure.Id == measure).Groups.Single(gap => gap.Group == group);
}
