using System.Text.Json;
using ClosingGap.Pipeline.Drops;
using ClosingGap.Pipeline.Ports;
using ClosingGap.Pipeline.Reading;
using ClosingGap.Pipeline.Snapshots;
using ClosingGap.Pipeline.Students;
using ClosingGap.Pipeline.Tests.Running;
using ClosingGap.TestSupport;

namespace ClosingGap.Pipeline.Tests.Runs;

/// <summary>Night after night: what changes, what stays, who is gone and who comes back.</summary>
public sealed class NightsTests(AzuriteFixture azurite)
{
    private const int Students = 60;
    private const long ShardBytes = 128 << 10;

    [Fact]
    public async Task NextNight_KeepsTheDateOfAVerdictThatStaysAndRenewsThatOfOneThatChanges()
    {
        var (first, second) = (await SampleNight.OfAsync(Students, 1), await SampleNight.OfAsync(Students, 60));
        await using var host = await StartAsync();
        await host.PublishAsync("first", first.Zip, first.AsOf);
        var before = await BodiesAsync(host, first);
        await host.PublishAsync("second", second.Zip, second.AsOf);
        var after = await BodiesAsync(host, second);

        var (kept, renewed) = (0, 0);
        foreach (var (id, body) in after)
        {
            foreach (var verdict in body.Verdicts)
            {
                var last = before.GetValueOrDefault(id)?.Verdicts.Single(known => known.MilestoneId == verdict.MilestoneId);
                if (last is null)
                {
                    // Not published before: the settled months tell since when.
                    Assert.True(verdict.Since <= second.AsOf);
                    continue;
                }

                var stays = last.Status == verdict.Status;
                Assert.Equal(stays ? last.Since : second.AsOf, verdict.Since);
                (kept, renewed) = (kept + (stays ? 1 : 0), renewed + (stays ? 0 : 1));
            }
        }

        Assert.True(kept > 0 && renewed > 0);
    }

    [Fact]
    public async Task NextNight_LeavesNoResultBehindThatThePublishedVersionDoesNotConsistOf()
    {
        var (first, second) = (await SampleNight.OfAsync(Students, 1), await SampleNight.OfAsync(Students, 2));
        await using var host = await StartAsync();
        await host.PublishAsync("first", first.Zip, first.AsOf);
        var before = await ResultsAsync(host);
        await host.PublishAsync("second", second.Zip, second.AsOf);
        var after = await ResultsAsync(host);

        var index = await host.TextAsync(CuratedPaths.Container, CuratedPaths.ResultIndex(host.District, await host.PublishedAsync()));
        var shards = JsonSerializer.Deserialize(index, PipelineJson.Default.ResultIndex)!.Shards;
        var expected = shards.SelectMany(shard => new[]
        {
            CuratedPaths.ResultCounts(host.District, shard.Version, shard.Shard), CuratedPaths.ResultLines(host.District, shard.Version, shard.Shard),
            Contributing.ContributionPaths.Shard(host.District, shard.Version, shard.Shard),
        });
        Assert.Equal(expected.Order(StringComparer.Ordinal), after);
        Assert.NotEqual(before, after);
    }

    [Fact]
    public async Task OneStudentRenamed_WritesOneDocumentOfOneShard()
    {
        var night = await SampleNight.OfAsync(Students, 1);
        await using var host = await StartAsync();
        var first = await host.PublishAsync("first", night.Zip, night.AsOf);

        var second = await host.PublishAsync("second", Renamed(night.Package, night.Ids[4]).ToZip(), night.AsOf);

        Assert.Equal((1L, first.Counts.Students - 1, 0L), (second.Counts.DocumentsWritten, second.Counts.DocumentsUnchanged, second.Counts.DocumentsRemoved));
        Assert.Equal((1, first.Counts.ShardsComputed - 1), (second.Counts.ShardsComputed, second.Counts.ShardsUnchanged));
        Assert.Equal(1, second.Changes.Single(change => change.Table == "users").Changed);
        Assert.True(second.Version > first.Version);
    }

    [Fact]
    public async Task SameBlobTwice_IsOneDrop()
    {
        var night = await SampleNight.OfAsync(Students, 1);
        await using var host = await StartAsync();
        var path = await host.UploadAsync("night.zip", night.Zip);

        var one = await host.Get<DropReceiver>().ReceiveAsync(path, host.Started, host.Token);
        var other = await host.Get<DropReceiver>().ReceiveAsync(path, host.Started, host.Token);

        Assert.Equal(one, other);
        Assert.Single(host.Started.Waiting);
        await host.RunAsync(one!);
        await host.Get<DropReceiver>().ReceiveAsync(path, host.Started, host.Token);
        Assert.Empty(host.Started.Waiting);
        var listed = await host.Get<DropReader>().ListAsync(host.District, null, 50, host.Token);
        Assert.Equal([one!], listed.Drops.Select(drop => drop.DropId));
        Assert.Equal(DropState.Published, listed.Drops[0].State);
    }

    [Fact]
    public async Task SameContentAgain_ChangesNothingAndKeepsTheVersion()
    {
        var night = await SampleNight.OfAsync(Students, 1);
        await using var host = await StartAsync();
        var first = await host.PublishAsync("first", night.Zip, night.AsOf);
        var before = await PublicView.OfAsync(host, night.Students.Keys, normalized: false);

        var again = await host.PublishAsync("again", night.Zip, night.AsOf);

        Assert.Equal((first.Version, first.Version), (again.Version, await host.PublishedAsync()));
        Assert.Equal((0L, first.Counts.Students, 0), (again.Counts.DocumentsWritten, again.Counts.DocumentsUnchanged, again.Counts.ShardsComputed));
        Assert.All(again.Changes, change => Assert.Equal((0L, 0L, 0L), (change.Added, change.Removed, change.Changed)));
        PublicView.AssertEqual(before, await PublicView.OfAsync(host, night.Students.Keys, normalized: false), "after the same again");
    }

    [Fact]
    public async Task StudentWhoLeavesTheRoster_IsGoneEverywhereAndComesBack()
    {
        var night = await SampleNight.OfAsync(Students, 1);
        string[] gone = [night.Ids[2], night.Ids[9]];
        await using var host = await StartAsync();
        await host.PublishAsync("first", night.Zip, night.AsOf);
        var before = await PublicView.OfAsync(host, night.Students.Keys);
        var keys = gone.Select(id => before["lookup/" + id]).ToList();

        var second = await host.PublishAsync("second", night.Package.Without(gone).ToZip(), night.AsOf);

        Assert.Equal(2, second.Counts.DocumentsRemoved);
        var without = await PublicView.OfAsync(host, night.Students.Keys);
        Assert.Equal(before.Keys.Count(key => key.StartsWith("lookup/", StringComparison.Ordinal)) - 2, without.Keys.Count(key => key.StartsWith("lookup/", StringComparison.Ordinal)));
        foreach (var key in keys)
        {
            Assert.Null(await host.Get<StudentReader>().FindAsync(host.District, key, host.Token));
            Assert.DoesNotContain(without, pair => pair.Value.Contains(key, StringComparison.Ordinal));
        }

        Assert.Equal(second.Counts.Students, (await host.Get<DistrictReader>().FindAsync(host.District, host.Token))!.Value.Students);

        await host.PublishAsync("third", night.Zip, night.AsOf);
        PublicView.AssertEqual(before, await PublicView.OfAsync(host, night.Students.Keys), "after they came back");
    }

    [Fact]
    public async Task Folder_EqualsAZip()
    {
        var night = await SampleNight.OfAsync(Students, 1);
        await using var zipped = await StartAsync();
        await zipped.PublishAsync("night", night.Zip, night.AsOf);
        await using var host = await StartAsync();
        foreach (var (name, text) in night.Package.Files)
        {
            await host.UploadAsync($"TX/990001/sis/night/{name}", System.Text.Encoding.UTF8.GetBytes(text));
        }

        var mark = await host.UploadAsync("TX/990001/sis/night/_complete", [], night.AsOf.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        var id = await host.Get<DropReceiver>().ReceiveAsync(mark, host.Started, host.Token);
        var drop = await host.RunAsync(id!);

        Assert.Equal((DropState.Published, null), (drop.State, drop.ReasonCode));
        PublicView.AssertEqual(
            await PublicView.OfAsync(zipped, night.Students.Keys), await PublicView.OfAsync(host, night.Students.Keys), "folder against zip");
    }

    [Fact]
    public async Task Delta_ChangesOneStudentAndDeletesAnother()
    {
        var night = await SampleNight.OfAsync(Students, 1);
        await using var host = await StartAsync();
        var first = await host.PublishAsync("first", night.Zip, night.AsOf);
        var row = Renamed(night.Package, night.Ids[3]).Row("users.csv", night.Ids[3]);
        var second = await host.PublishAsync("delta", night.Package.Delta("users", "active", row).ToZip(), night.AsOf);

        Assert.Equal((false, 1L, first.Counts.Students - 1), (second.AllBulk, second.Counts.DocumentsWritten, second.Counts.DocumentsUnchanged));
        var third = await host.PublishAsync("deletion", night.Package.Delta("users", "tobedeleted", night.Package.Row("users.csv", night.Ids[8])).ToZip(), night.AsOf);

        Assert.Equal((1L, first.Counts.Students - 1), (third.Counts.DocumentsRemoved, third.Counts.Students));
        Assert.Null(await host.Get<StudentReader>().LookUpAsync(host.District, night.Ids[8], host.Token));
    }

    private static SamplePackage Renamed(SamplePackage package, string id)
    {
        var cells = package.Row("users.csv", id).Split(',');
        var old = string.Join(',', cells);
        cells[Array.IndexOf(package.Header("users.csv").Split(','), "givenName")] = "Renamed";
        return package.Replace("users.csv", old, string.Join(',', cells));
    }

    private static async Task<List<string>> ResultsAsync(PipelineHost host)
    {
        var paths = new List<string>();
        await foreach (var blob in host.Get<IBlobStore>().ListAsync(CuratedPaths.Container, CuratedPaths.Results(host.District), host.Token))
        {
            paths.Add(blob.Path);
        }

        return paths;
    }

    private static async Task<Dictionary<string, StudentBody>> BodiesAsync(PipelineHost host, SampleNight night)
    {
        var bodies = new Dictionary<string, StudentBody>(StringComparer.Ordinal);
        foreach (var id in night.Students.Keys)
        {
            var key = (await host.Get<StudentReader>().LookUpAsync(host.District, id, host.Token))!;
            bodies[id] = (await host.Get<StudentReader>().FindAsync(host.District, key, host.Token))!.Value.Deserialize(PipelineJson.Default.StudentBody)!;
        }

        return bodies;
    }

    private async Task<PipelineHost> StartAsync()
    {
        var host = new PipelineHost(azurite.ConnectionString, shardBytes: ShardBytes);
        await host.RegisterAsync();
        return host;
    }
}
