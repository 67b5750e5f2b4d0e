using ClosingGap.Pipeline.Districts;
using ClosingGap.Pipeline.Documents;
using ClosingGap.Pipeline.Drops;
using ClosingGap.Pipeline.Ports;
using ClosingGap.Pipeline.Reading;
using ClosingGap.Pipeline.Rebuilding;
using ClosingGap.Pipeline.Tests.Running;
using ClosingGap.TestSupport;

namespace ClosingGap.Pipeline.Tests.Runs;

/// <summary>Everything after the raw drops can be made again from them.</summary>
public sealed class RebuildTests(AzuriteFixture azurite)
{
    private const int Students = 30;

    [Fact]
    public async Task Rebuild_OfThreeNightsWithoutStudentDocuments_EqualsWhatWas()
    {
        var (host, night) = await ThreeNightsAsync();
        await using var _ = host;
        var before = await PublicView.OfAsync(host, night.Ids);
        await WipeStudentsAsync(host, night);
        Assert.Null(await host.Get<StudentReader>().LookUpAsync(host.District, night.Ids[0], host.Token));

        var rebuilt = await RebuildAsync(host);

        Assert.Equal((3, 5L), (rebuilt.Inputs.Count, rebuilt.Version));
        PublicView.AssertEqual(before, await PublicView.OfAsync(host, night.Ids), "after the rebuild");
    }

    [Fact]
    public async Task Rebuild_WithoutCuratedDataToo_EqualsWhatWasButForTheDatesOfVerdicts()
    {
        var (host, night) = await ThreeNightsAsync();
        await using var _ = host;
        var before = await PublicView.OfAsync(host, night.Ids, withSince: false);
        await WipeStudentsAsync(host, night);
        var blobs = host.Get<IBlobStore>();
        var curated = new List<string>();
        await foreach (var blob in blobs.ListAsync("curated", "", host.Token))
        {
            curated.Add(blob.Path);
        }

        Assert.NotEmpty(curated);
        foreach (var path in curated)
        {
            await blobs.DeleteAsync("curated", path, host.Token);
        }

        await RebuildAsync(host);

        PublicView.AssertEqual(before, await PublicView.OfAsync(host, night.Ids, withSince: false), "after the rebuild");
        var next = await host.RunAsync(await host.DropAsync("next", night.Zip, night.AsOf));
        Assert.Equal(DropState.Published, next.State);
    }

    [Fact]
    public async Task Rebuild_AfterALateDropWasReleased_KeepsTheOrderOfPublishing()
    {
        var night = await SampleNight.OfAsync(Students, 1);
        await using var host = new PipelineHost(azurite.ConnectionString);
        await host.RegisterAsync();
        await host.PublishAsync("first", night.Zip, night.AsOf);
        var late = night.Package.Delta("users", "tobedeleted", night.Package.Row("users.csv", night.Ids[6])).ToZip();
        var held = await host.RunAsync(await host.DropAsync("late", late, night.AsOf, host.Time.GetUtcNow().AddDays(-1)));
        Assert.Equal("hold.late", held.ReasonCode);
        await host.Get<DropDecisions>().ReleaseAsync(held.Id, "a person", host.Started, host.Token);
        Assert.Equal(DropState.Published, (await host.RunAsync(held.Id)).State);
        var before = await PublicView.OfAsync(host, night.Ids);
        Assert.DoesNotContain("lookup/" + night.Ids[6], before.Keys);

        await RebuildAsync(host);

        PublicView.AssertEqual(before, await PublicView.OfAsync(host, night.Ids), "after the rebuild");
    }

    [Fact]
    public async Task Rebuild_OfADistrictWithoutDrops_IsNone()
    {
        await using var host = new PipelineHost(azurite.ConnectionString);
        await host.RegisterAsync();

        Assert.Null(await host.Get<Rebuild>().StartAsync(host.District, "an operator", host.Started, host.Token));
    }

    [Fact]
    public async Task Rebuild_WhoseRawDropIsGone_IsRejectedAndChangesNothing()
    {
        var (host, night) = await ThreeNightsAsync();
        await using var _ = host;
        var before = await PublicView.OfAsync(host, night.Ids, normalized: false);
        await host.Get<IBlobStore>().DeleteAsync(DropPath.Container, "TX/990001/sis/second.zip", host.Token);

        var started = await host.Get<Rebuild>().StartAsync(host.District, "an operator", host.Started, host.Token);
        var drop = await host.RunAsync(started!.Id);

        Assert.Equal((DropState.Rejected, "package.gone"), (drop.State, drop.ReasonCode));
        PublicView.AssertEqual(before, await PublicView.OfAsync(host, night.Ids, normalized: false), "after the rebuild");
    }

    private static async Task<Drop> RebuildAsync(PipelineHost host)
    {
        var started = await host.Get<Rebuild>().StartAsync(host.District, "an operator", host.Started, host.Token);
        var drop = await host.RunAsync(started!.Id);
        Assert.Equal((DropKind.Rebuild, DropState.Published, null), (drop.Kind, drop.State, drop.ReasonCode));
        Assert.Equal(drop.Version, await host.PublishedAsync());
        return drop;
    }

    private static async Task WipeStudentsAsync(PipelineHost host, SampleNight night)
    {
        foreach (var id in night.Ids)
        {
            var key = DocumentKeys.Student(host.Get<StudentKeys>().For(host.District, id));
            await host.Get<IDocumentStore>().DeleteAsync(key.Partition, key.Id, null, host.Token);
        }
    }

    /// <summary>A complete drop that a later one makes needless, that one, and two with changes only.</summary>
    private async Task<(PipelineHost Host, SampleNight Night)> ThreeNightsAsync()
    {
        var night = await SampleNight.OfAsync(Students, 1);
        var host = new PipelineHost(azurite.ConnectionString);
        await host.RegisterAsync();
        await host.PublishAsync("needless", night.Package.Without(night.Ids[7]).ToZip(), night.AsOf);
        await host.PublishAsync("first", night.Zip, night.AsOf);
        await host.PublishAsync("second", night.Package.Delta("users", "tobedeleted", night.Package.Row("users.csv", night.Ids[3])).ToZip(), night.AsOf);
        await host.PublishAsync("third", night.Package.Delta("users", "tobedeleted", night.Package.Row("users.csv", night.Ids[5])).ToZip(), night.AsOf);
        return (host, night);
    }
}
