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
        Assert.SkipWhen(RepositoryPaths.SharedData is null, "The shared test data is not beside the repository.");
        var token = TestContext.Current.CancellationToken;
        await using var host = new PipelineHost(azurite.ConnectionString, "255901");
        var yaml = await File.ReadAllTextAsync(Path.Combine(RepositoryPaths.Root, "profiles", "edfi-grand-bend.yaml"), token);
        await host.RegisterAsync(await host.Get<DistrictProfiles>().SaveAsync(host.District, "sis", yaml, token));

        var id = await host.DropAsync("night", SamplePackage.OfFolder(Path.Combine(RepositoryPaths.SharedData!, "edfi-grand-bend")).ToZip());
        var drop = await host.RunAsync(id);

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
}
