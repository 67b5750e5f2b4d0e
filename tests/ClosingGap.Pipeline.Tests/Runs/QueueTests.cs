using ClosingGap.Pipeline.Applying;
using ClosingGap.Pipeline.Computing;
using ClosingGap.Pipeline.Documents;
using ClosingGap.Pipeline.Drops;
using ClosingGap.Pipeline.Lanes;
using ClosingGap.Pipeline.Ports;
using ClosingGap.Pipeline.Publishing;
using ClosingGap.Pipeline.Sweeping;
using ClosingGap.Pipeline.Tests.Running;
using ClosingGap.Pipeline.Validating;
using ClosingGap.TestSupport;

namespace ClosingGap.Pipeline.Tests.Runs;

/// <summary>Many drops of one district: one at a time, in order, and none is lost.</summary>
public sealed class QueueTests(AzuriteFixture azurite)
{
    private const int Students = 40;

    [Fact]
    public async Task DropsThatComeWhileOneRuns_WaitAndRunInOrder()
    {
        var (host, night) = await StartAsync();
        await using var _ = host;
        var delta = night.Package.Delta("users", "tobedeleted", night.Package.Row("users.csv", night.Ids[3])).ToZip();
        var running = await host.DropAsync("running", night.Zip, night.AsOf);
        var waiting = new List<Drop>();
        host.Steps.Before = (name, _) =>
        {
            if (name == "compute" && waiting.Count == 0)
            {
                waiting.AddRange([EnterAsync("delta", delta).GetAwaiter().GetResult(), EnterAsync("complete", night.Zip).GetAwaiter().GetResult()]);
            }
        };

        var first = await host.RunAsync(running);

        Assert.All(waiting, drop => Assert.Equal((DropState.Queued, "drop.queued"), (drop.State, drop.ReasonCode)));
        Assert.Equal(DropState.Published, first.State);
        var (second, third) = (await host.DropOfAsync(waiting[0].Id), await host.DropOfAsync(waiting[1].Id));
        Assert.Equal((DropState.Published, DropState.Published), (second.State, third.State));
        Assert.Equal([1L, 2, 3], new[] { first.Version!.Value, second.Version!.Value, third.Version!.Value });
        Assert.Equal((1L, 0L), (second.Counts.DocumentsRemoved, third.Counts.DocumentsRemoved));

        async Task<Drop> EnterAsync(string name, byte[] zip)
        {
            var id = await host.DropAsync(name, zip, night.AsOf);
            Assert.Equal(LaneOutcome.Waiting, (await host.Get<DropTurn>().EnterAsync(new DropRun(id, 1), host.Started, host.Token)).Outcome);
            return await host.DropOfAsync(id);
        }
    }

    [Fact]
    public async Task CompleteDropsThatWait_AreSupersededByTheNewest()
    {
        var (host, night) = await StartAsync();
        await using var _ = host;
        var ids = new List<string>();
        for (var drop = 0; drop < 4; drop++)
        {
            ids.Add(await host.DropAsync($"night-{drop}", night.Package.Without(night.Ids[drop]).ToZip(), night.AsOf));
        }

        // All four have arrived before any runs; the first takes the lane.
        foreach (var id in ids)
        {
            await host.Get<DropTurn>().EnterAsync(new DropRun(id, 1), host.Started, host.Token);
        }

        await host.Steps.RunAllAsync(host.Token);

        var drops = await Task.WhenAll(ids.Select(host.DropOfAsync));
        Assert.Equal([DropState.Published, DropState.Superseded, DropState.Superseded, DropState.Published], drops.Select(drop => drop.State));
        Assert.Contains("\"Superseded\"", await host.ReceiptAsync(drops[1]), StringComparison.Ordinal);
        Assert.Null((await LaneAsync(host)).Holder);
        Assert.Empty((await LaneAsync(host)).Queue);
    }

    [Fact]
    public async Task OlderCompleteDropThatComesLate_IsSuperseded()
    {
        var (host, night) = await StartAsync();
        await using var _ = host;
        await host.PublishAsync("newer", night.Zip, night.AsOf);

        var late = await host.RunAsync(await host.DropAsync("late", night.Package.Without(night.Ids[1]).ToZip(), night.AsOf, host.Time.GetUtcNow().AddHours(-1)));

        Assert.Equal(DropState.Superseded, late.State);
        Assert.Equal(1, await host.PublishedAsync());
    }

    [Fact]
    public async Task LateActivityOfAnOldEpoch_IsRefusedAndChangesNothing()
    {
        var (host, night) = await StartAsync();
        await using var _ = host;
        await host.PublishAsync("first", night.Zip, night.AsOf);
        var id = await host.DropAsync("second", night.Package.Without(night.Ids[5]).ToZip(), night.AsOf);
        var old = new DropRun(id, 1);
        host.Steps.Before = (name, _) =>
        {
            if (name == "publish")
            {
                old = old with { Epoch = LaneAsync(host).GetAwaiter().GetResult().Holder!.Epoch };
                throw new DeathException();
            }
        };
        await host.Steps.RunAllAsync(host.Token);
        host.Steps.Before = (name, _) => ThrowAt(name, "schools");
        await host.SweepUntilQuietAsync(1);
        Assert.Equal(2, (await LaneAsync(host)).Holder!.Attempt);
        var before = await PublicView.OfAsync(host, night.Ids, normalized: false);
        var record = await host.DropOfAsync(id);

        await RefusedAsync(() => host.Get<DropValidation>().RunAsync(old, host.Token));
        await RefusedAsync(() => host.Get<ShardApplication>().RunAsync(old, 0, host.Token));
        await RefusedAsync(() => host.Get<ApplyCompletion>().RunAsync(old, host.Token));
        await RefusedAsync(() => host.Get<ComputePreparation>().RunAsync(old, host.Token));
        await RefusedAsync(() => host.Get<ShardComputation>().RunAsync(old, 0, host.Token));
        await RefusedAsync(() => host.Get<SchoolPublication>().PlanAsync(old, host.Token));
        await RefusedAsync(() => host.Get<SchoolPublication>().RunAsync(old, 0, host.Token));
        await RefusedAsync(() => host.Get<Publication>().RunAsync(old, host.Token));
        await host.Get<DropTurn>().LeaveAsync(old, host.Started, host.Token);
        await host.Get<DropFailure>().RunAsync(old, "x", host.Token);

        Assert.Equal(2, (await LaneAsync(host)).Holder!.Attempt);
        Assert.Equivalent(record, await host.DropOfAsync(id), strict: true);
        PublicView.AssertEqual(before, await PublicView.OfAsync(host, night.Ids, normalized: false), "after late activities");
        host.Steps.Before = null;
        await host.SweepUntilQuietAsync();
        Assert.Equal(DropState.Published, (await host.DropOfAsync(id)).State);
        Assert.Equal(before.Count(pair => pair.Key.StartsWith("lookup/", StringComparison.Ordinal)) - 1, (await host.DropOfAsync(id)).Counts.Students);
    }

    [Fact]
    public async Task BlobThatNoEventAnnounced_IsReceivedByTheSweepOnce()
    {
        var (host, night) = await StartAsync();
        await using var _ = host;
        await host.UploadAsync("quiet.zip", night.Zip, "2026-01-15");
        await host.UploadAsync("notes.txt", [1]);

        var first = await host.Get<Sweep>().RunAsync(host.Started, host.Token);
        await host.Steps.RunAllAsync(host.Token);
        var second = await host.Get<Sweep>().RunAsync(host.Started, host.Token);

        Assert.Equal((1, 0), (first.Received, second.Received));
        Assert.Equal(1, await host.PublishedAsync());
        Assert.Empty(host.Started.Waiting);
    }

    [Fact]
    public async Task QueuedDropThatTheLaneLetGo_IsBroughtBackByTheSweep()
    {
        var (host, night) = await StartAsync();
        await using var _ = host;
        await host.PublishAsync("first", night.Zip, night.AsOf);
        var id = await host.DropAsync("second", night.Package.Without(night.Ids[0]).ToZip(), night.AsOf);
        host.Started.Waiting.Clear();
        host.Started.Alive.Clear();
        await host.Get<DropRecords>().ChangeAsync(id, 1, drop => drop with { State = DropState.Queued }, host.Token);

        await host.SweepUntilQuietAsync(2);

        Assert.Equal(DropState.Published, (await host.DropOfAsync(id)).State);
    }

    [Fact]
    public async Task DiscardOfAQueuedDrop_ThatTheLaneNeverHeardOf_KeepsNobodyBack()
    {
        var (host, night) = await StartAsync();
        await using var _ = host;
        await host.PublishAsync("first", night.Zip, night.AsOf);
        var lost = await host.DropAsync("lost", night.Package.Without(night.Ids[0]).ToZip(), night.AsOf);
        var next = await host.DropAsync("next", night.Package.Delta("users", "tobedeleted", night.Package.Row("users.csv", night.Ids[3])).ToZip(), night.AsOf);
        var running = await host.DropAsync("running", night.Package.Without(night.Ids[1]).ToZip(), night.AsOf, host.Time.GetUtcNow().AddHours(-1));
        host.Started.Waiting.Clear();
        host.Started.Alive.Clear();
        await host.Get<DropRecords>().ChangeAsync(running, 1, drop => drop with { AllBulk = false, Tables = ["orgs"] }, host.Token);
        foreach (var id in new[] { running, lost, next })
        {
            await host.Get<DropTurn>().EnterAsync(new DropRun(id, 1), host.Started, host.Token);
        }

        await host.Get<DropRecords>().ChangeAsync(lost, null, drop => drop with { State = DropState.Discarded }, host.Token);
        await host.Get<DropFailure>().RunAsync(new DropRun(running, 1), "x", host.Token);
        await host.SweepUntilQuietAsync(3);

        Assert.Equal(DropState.Held, (await host.DropOfAsync(next)).State);
        Assert.Empty((await LaneAsync(host)).Queue);
        Assert.Null((await LaneAsync(host)).Holder);
    }

    [Fact]
    public async Task HeldDropPutAside_ThatTheLaneNeverHeardOf_KeepsNobodyBack()
    {
        var (host, night) = await StartAsync();
        await using var _ = host;
        await host.PublishAsync("first", night.Zip, night.AsOf);
        var held = await host.RunAsync(await host.DropAsync("held", night.Package.Without([.. night.Ids.Take(20)]).ToZip(), night.AsOf));
        Assert.Equal(DropState.Held, held.State);
        var delta = await host.RunAsync(await host.DropAsync("delta", night.Package.Delta("users", "tobedeleted", night.Package.Row("users.csv", night.Ids[3])).ToZip(), night.AsOf));
        Assert.Equal(DropState.Queued, delta.State);
        await host.Get<DropRecords>().ChangeAsync(held.Id, null, drop => drop with { State = DropState.Discarded }, host.Token);

        await host.SweepUntilQuietAsync(2);

        Assert.Equal((DropState.Held, "hold.base_missing"), ((await host.DropOfAsync(delta.Id)).State, (await host.DropOfAsync(delta.Id)).ReasonCode));
        Assert.Equal(delta.Id, (await LaneAsync(host)).Source("sis").Held?.DropId);
    }

    [Fact]
    public async Task FilesOfADeadAttempt_AreCollectedByTheNextRun()
    {
        var (host, night) = await StartAsync();
        await using var _ = host;
        await host.PublishAsync("first", night.Zip, night.AsOf);
        await host.DropAsync("second", night.Package.Without(night.Ids[0]).ToZip(), night.AsOf);
        host.Steps.Before = (name, _) => ThrowAt(name, "collect");
        await host.Steps.RunAllAsync(host.Token);
        host.Steps.Before = null;
        Assert.NotEmpty(await WorkAsync(host));

        await host.PublishAsync("third", night.Zip, night.AsOf);

        Assert.Empty(await WorkAsync(host));
    }

    [Fact]
    public async Task Collection_LeavesTheDocumentsOfThePublishedVersionOnly()
    {
        var (host, night) = await StartAsync();
        await using var _ = host;
        await host.PublishAsync("first", night.Zip, night.AsOf);
        await host.PublishAsync("second", night.Package.Without(night.Ids[0]).ToZip(), night.AsOf);

        var school = night.Students[night.Ids[0]].GetProperty("school").GetString()!;
        var documents = host.Get<IDocumentStore>();
        var ofSchool = await documents.ListAsync(DocumentKeys.SchoolPartition(host.District, school), "", null, 100, host.Token);
        var summaries = await documents.ListAsync(DocumentKeys.Lane(host.District).Partition, DocumentKeys.DistrictSummaryPrefix(host.District), null, 100, host.Token);

        Assert.NotEmpty(ofSchool.Documents);
        Assert.All(ofSchool.Documents, document => Assert.Contains(DocumentKeys.Number(2), document.Id, StringComparison.Ordinal));
        Assert.Single(summaries.Documents);
    }

    private static async Task<List<string>> WorkAsync(PipelineHost host)
    {
        var paths = new List<string>();
        await foreach (var blob in host.Get<IBlobStore>().ListAsync("curated", "TX/990001/work/", host.Token))
        {
            paths.Add(blob.Path);
        }

        return paths;
    }

    private static async Task<Lane> LaneAsync(PipelineHost host) => (await host.Get<LaneStore>().FindAsync(host.District, host.Token))!.Value;

    private static Task RefusedAsync(Func<Task> late) => Assert.ThrowsAsync<LaneLostException>(late);

    private static void ThrowAt(string name, string step)
    {
        if (name == step)
        {
            throw new DeathException();
        }
    }

    private async Task<(PipelineHost Host, SampleNight Night)> StartAsync()
    {
        var host = new PipelineHost(azurite.ConnectionString);
        await host.RegisterAsync();
        return (host, await SampleNight.OfAsync(Students, 1));
    }
}
