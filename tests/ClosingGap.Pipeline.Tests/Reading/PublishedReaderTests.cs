using ClosingGap.Pipeline.Reading;
using ClosingGap.Pipeline.Tests.Running;
using ClosingGap.TestSupport;

namespace ClosingGap.Pipeline.Tests.Reading;

/// <summary>Readers that read while versions are published and collected see a whole version, and never nothing.</summary>
public sealed class PublishedReaderTests(AzuriteFixture azurite)
{
    private const int Students = 20;

    [Theory]
    [InlineData("district-summary")]
    [InlineData("school-summary")]
    [InlineData("caseload")]
    [InlineData("student")]
    public async Task Read_WhileTwoVersionsArePublishedBetween_GivesTheNewest(string kind)
    {
        var night = await SampleNight.OfAsync(Students, 1);
        await using var host = new PipelineHost(azurite.ConnectionString);
        await host.RegisterAsync();
        await host.PublishAsync("first", night.Zip, night.AsOf);
        var id = night.Ids[0];
        var key = (await host.Get<StudentReader>().LookUpAsync(host.District, id, host.Token))!;
        var school = night.Students[id].GetProperty("school").GetString()!;
        var came = 0;
        host.Get<HostDocuments>().Reads = async document =>
        {
            if (document.StartsWith(kind, StringComparison.Ordinal) && came++ == 0)
            {
                host.Get<HostDocuments>().Reads = null;
                await host.PublishAsync("second", night.Zip, night.AsOf.AddDays(1));
                await host.PublishAsync("third", night.Package.Without(night.Ids[9]).ToZip(), night.AsOf.AddDays(2));
            }
        };

        var version = kind switch
        {
            "district-summary" => (await host.Get<DistrictReader>().FindAsync(host.District, host.Token))?.Version,
            "school-summary" => (await host.Get<SchoolReader>().FindAsync(host.District, school, host.Token))?.Version,
            "caseload" => (await host.Get<SchoolReader>().FindCaseloadAsync(host.District, school, 1, host.Token))?.Version,
            _ => (await host.Get<StudentReader>().FindAsync(host.District, key, host.Token))?.Version,
        };

        Assert.Equal(1, came);
        Assert.Equal(3, version);
    }

    [Fact]
    public async Task District_WhoseGroupsAreCollectedBetween_HasTheGroupsOfTheNewest()
    {
        var night = await SampleNight.OfAsync(Students, 1);
        await using var host = new PipelineHost(azurite.ConnectionString);
        await host.RegisterAsync();
        await host.PublishAsync("first", night.Zip, night.AsOf);
        var reads = 0;
        host.Get<HostDocuments>().Lists = async prefix =>
        {
            if (prefix.StartsWith("district-groups", StringComparison.Ordinal) && reads++ == 0)
            {
                host.Get<HostDocuments>().Lists = null;
                await host.PublishAsync("second", night.Zip, night.AsOf.AddDays(1));
            }
        };

        var summary = (await host.Get<DistrictReader>().FindAsync(host.District, host.Token))!;

        Assert.Equal((1, 2L), (reads, summary.Version));
        Assert.Contains("race", summary.Value.Groups!.Keys);
    }

    [Fact]
    public async Task Read_OfWhatIsNotThere_IsNothing()
    {
        var night = await SampleNight.OfAsync(Students, 1);
        await using var host = new PipelineHost(azurite.ConnectionString);
        await host.RegisterAsync();
        Assert.Null(await host.Get<DistrictReader>().FindAsync(host.District, host.Token));
        await host.PublishAsync("first", night.Zip, night.AsOf);

        Assert.Null(await host.Get<SchoolReader>().FindAsync(host.District, "nowhere", host.Token));
        Assert.Null(await host.Get<SchoolReader>().FindCaseloadAsync(host.District, "nowhere", 1, host.Token));
        Assert.Null(await host.Get<StudentReader>().FindAsync(host.District, new string('a', 26), host.Token));
        Assert.Null(await host.Get<StudentReader>().FindAsync(host.District, "not a key", host.Token));
        Assert.Null(await host.Get<StudentReader>().LookUpAsync(host.District, "", host.Token));
        Assert.Null(await host.Get<StudentReader>().LookUpAsync(host.District, new string('x', 256), host.Token));
        Assert.Null(await host.Get<DropReader>().FindAsync("../drop", host.Token));
        Assert.Null(await host.Get<DropReader>().OpenReportAsync(new string('0', 32), host.Token));
    }
}
