using ClosingGap.Pipeline.Documents;
using ClosingGap.Pipeline.Drops;
using ClosingGap.Pipeline.Ports;
using ClosingGap.Pipeline.Sweeping;
using ClosingGap.Pipeline.Tests.Running;
using ClosingGap.TestSupport;

namespace ClosingGap.Pipeline.Tests.Runs;

/// <summary>A drop that would do too much waits for a person; nothing changes until one decides.</summary>
public sealed class HoldTests(AzuriteFixture azurite)
{
    private const int Students = 40;

    [Fact]
    public async Task Removal_IsHeldWithAReceiptAndChangesNothing()
    {
        var (host, night) = await PublishedAsync();
        await using var _ = host;
        var before = await PublicView.OfAsync(host, night.Students.Keys, normalized: false);

        var drop = await host.RunAsync(await host.DropAsync("less", night.Package.Without(Lost(night)).ToZip(), night.AsOf));

        Assert.Equal((DropState.Held, "hold.users_removed", 1L), (drop.State, drop.ReasonCode, drop.JudgedVersion));
        Assert.Contains("release or discard", drop.Reason!, StringComparison.Ordinal);
        Assert.Equal(20, drop.Changes.Single(change => change.Table == "users").Removed);
        Assert.Contains("\"Held\"", await host.ReceiptAsync(drop), StringComparison.Ordinal);
        Assert.True(await IsListedAsHeldAsync(host, drop));
        PublicView.AssertEqual(before, await PublicView.OfAsync(host, night.Students.Keys, normalized: false), "while held");
    }

    [Fact]
    public async Task Release_PublishesWhatWasHeld()
    {
        var (host, night) = await PublishedAsync();
        await using var _ = host;
        var held = await HeldAsync(host, night);

        var result = await host.Get<DropDecisions>().ReleaseAsync(held.Id, "a person", host.Started, host.Token, "A school closed.");
        var drop = await host.RunAsync(held.Id);

        Assert.Equal(DecisionOutcome.Done, result.Outcome);
        Assert.Equal((DropState.Published, 20L, 2), (drop.State, drop.Counts.DocumentsRemoved, drop.Attempt));
        var decision = Assert.Single(drop.Decisions);
        Assert.Equal(("release", "a person", 1L, host.Time.GetUtcNow()), (decision.Decision, decision.By, decision.BaseVersion, decision.At));
        Assert.Equal("A school closed.", decision.Reason);
        Assert.False(await IsListedAsHeldAsync(host, drop));
    }

    [Fact]
    public async Task Release_AfterAnotherVersionWasPublished_IsRefused()
    {
        var (host, night) = await PublishedAsync("other");
        await using var _ = host;
        var held = await HeldAsync(host, night);
        var other = await host.RunAsync(await host.DropAsync("TX/990001/other/night.zip", night.Zip, night.AsOf));
        Assert.Equal(DropState.Published, other.State);

        var result = await host.Get<DropDecisions>().ReleaseAsync(held.Id, "a person", host.Started, host.Token);

        Assert.Equal(DecisionOutcome.BaseChanged, result.Outcome);
        Assert.Empty(host.Started.Waiting);
        Assert.Equal(DropState.Held, (await host.DropOfAsync(held.Id)).State);
    }

    [Fact]
    public async Task Redrive_OfAHeldDropWhoseBaseChanged_JudgesItAnewSoThatItCanBeReleased()
    {
        var (host, night) = await PublishedAsync("other");
        await using var _ = host;
        var held = await HeldAsync(host, night);
        await host.RunAsync(await host.DropAsync("TX/990001/other/night.zip", night.Zip, night.AsOf));
        var decisions = host.Get<DropDecisions>();

        await decisions.RedriveAsync(held.Id, "a person", host.Started, host.Token);
        var again = await host.RunAsync(held.Id);
        await decisions.ReleaseAsync(held.Id, "a person", host.Started, host.Token);
        var released = await host.RunAsync(held.Id);

        Assert.Equal((DropState.Held, held.ReasonCode), (again.State, again.ReasonCode));
        Assert.True(again.JudgedVersion > held.JudgedVersion);
        Assert.Equal(DropState.Published, released.State);
    }

    [Fact]
    public async Task Decision_ThatDoesNotFit_IsRefused()
    {
        var (host, night) = await PublishedAsync();
        await using var _ = host;
        var decisions = host.Get<DropDecisions>();
        var published = await host.PublishAsync("again", night.Zip, night.AsOf);

        Assert.Equal(DecisionOutcome.NotFound, (await decisions.ReleaseAsync(new string('0', 32), "x", host.Started, host.Token)).Outcome);
        Assert.Equal(DecisionOutcome.NotPossible, (await decisions.ReleaseAsync(published.Id, "x", host.Started, host.Token)).Outcome);
        Assert.Equal(DecisionOutcome.NotPossible, (await decisions.DiscardAsync(published.Id, "x", host.Started, host.Token)).Outcome);
        Assert.Equal(DecisionOutcome.NotPossible, (await decisions.RedriveAsync(published.Id, "x", host.Started, host.Token)).Outcome);
        Assert.Empty((await host.DropOfAsync(published.Id)).Decisions);
    }

    [Fact]
    public async Task Discard_LeavesTheNextDeltaWithoutABase()
    {
        var (host, night) = await PublishedAsync();
        await using var _ = host;
        var held = await HeldAsync(host, night);
        var delta = night.Package.Delta("users", "tobedeleted", night.Package.Row("users.csv", night.Ids[3])).ToZip();
        var queued = await host.RunAsync(await host.DropAsync("delta", delta, night.AsOf));
        Assert.Equal((DropState.Queued, "drop.queued"), (queued.State, queued.ReasonCode));

        await host.Get<DropDecisions>().DiscardAsync(held.Id, "a person", host.Started, host.Token);
        var drop = await host.RunAsync(queued.Id);

        Assert.Equal(DropState.Discarded, (await host.DropOfAsync(held.Id)).State);
        Assert.Equal((DropState.Held, "hold.base_missing"), (drop.State, drop.ReasonCode));
        var complete = await host.RunAsync(await host.DropAsync("complete", night.Zip, night.AsOf));
        Assert.Equal((DropState.Queued, DropState.Held), (complete.State, (await host.DropOfAsync(drop.Id)).State));
        await host.Get<DropDecisions>().DiscardAsync(drop.Id, "a person", host.Started, host.Token);
        Assert.Equal(DropState.Published, (await host.RunAsync(complete.Id)).State);
    }

    [Fact]
    public async Task Hold_OfACompleteDrop_EndsWithANewerCompleteOne()
    {
        var (host, night) = await PublishedAsync();
        await using var _ = host;
        var held = await HeldAsync(host, night);

        await host.PublishAsync("newer", night.Zip, night.AsOf);

        var superseded = await host.DropOfAsync(held.Id);
        Assert.Equal((DropState.Superseded, "drop.superseded"), (superseded.State, superseded.ReasonCode));
        Assert.False(await IsListedAsHeldAsync(host, superseded));
    }

    [Fact]
    public async Task Hold_ThatNobodyDecides_IsDiscardedByTheSweep()
    {
        var (host, night) = await PublishedAsync();
        await using var _ = host;
        var held = await HeldAsync(host, night);

        host.Time.Advance(TimeSpan.FromDays(13.9));
        await host.SweepUntilQuietAsync(1);
        Assert.Equal(DropState.Held, (await host.DropOfAsync(held.Id)).State);
        host.Time.Advance(TimeSpan.FromDays(0.2));
        await host.SweepUntilQuietAsync(1);

        var drop = await host.DropOfAsync(held.Id);
        Assert.Equal((DropState.Discarded, "drop.discarded"), (drop.State, drop.ReasonCode));
        Assert.Equal(("discard", "system", "Nobody decided within 14 days."), (drop.Decisions.Single().Decision, drop.Decisions.Single().By, drop.Decisions.Single().Reason));
        Assert.False(await IsListedAsHeldAsync(host, drop));
    }

    [Fact]
    public async Task LostFile_IsHeld()
    {
        var (host, night) = await PublishedAsync();
        await using var _ = host;
        await host.PublishAsync("again", night.Zip, night.AsOf);

        var drop = await host.RunAsync(await host.DropAsync("less", night.Package.WithoutFile("attendance.csv").ToZip(), night.AsOf));

        Assert.Equal((DropState.Held, "hold.file_lost"), (drop.State, drop.ReasonCode));
        Assert.Contains("attendance.csv", drop.Reason!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnotherSchoolYear_IsHeld()
    {
        var (host, night) = await PublishedAsync();
        await using var _ = host;
        var next = night.Package.ReplaceAll("2026", "2027").ReplaceAll("2025", "2026");

        var drop = await host.RunAsync(await host.DropAsync("next-year", next.ToZip(), night.AsOf.AddYears(1)));

        Assert.Equal((DropState.Held, "hold.school_year_changed"), (drop.State, drop.ReasonCode));
    }

    [Fact]
    public async Task LateDelta_IsHeld()
    {
        var (host, night) = await PublishedAsync();
        await using var _ = host;
        var delta = night.Package.Delta("users", "tobedeleted", night.Package.Row("users.csv", night.Ids[3])).ToZip();

        var drop = await host.RunAsync(await host.DropAsync("late", delta, night.AsOf, host.Time.GetUtcNow().AddDays(-1)));

        Assert.Equal((DropState.Held, "hold.late"), (drop.State, drop.ReasonCode));
    }

    [Fact]
    public async Task FailedDelta_DrivenAgain_IsNotHeldForItself()
    {
        var (host, night) = await PublishedAsync();
        await using var _ = host;
        var delta = night.Package.Delta("users", "tobedeleted", night.Package.Row("users.csv", night.Ids[3])).ToZip();
        var id = await host.DropAsync("delta", delta, night.AsOf);
        host.Steps.Before = (name, _) =>
        {
            if (name == "apply")
            {
                throw new DeathException();
            }
        };
        await host.Steps.RunAllAsync(host.Token);
        host.Steps.Before = null;
        await host.Get<DropFailure>().RunAsync(new DropRun(id, 1), "System.TimeoutException", host.Token);
        await host.Get<DropTurn>().LeaveAsync(new DropRun(id, 1), host.Started, host.Token);
        Assert.Equal(("system.fault", DropState.Failed), ((await host.DropOfAsync(id)).ReasonCode, (await host.DropOfAsync(id)).State));

        await host.Get<DropDecisions>().RedriveAsync(id, "an operator", host.Started, host.Token);
        var drop = await host.RunAsync(id);

        Assert.Equal((DropState.Published, null, 1L), (drop.State, drop.ReasonCode, drop.Counts.DocumentsRemoved));
    }

    [Fact]
    public async Task Hold_WhoseLineWasLost_IsListedAgainByTheSweep()
    {
        var (host, night) = await PublishedAsync();
        await using var _ = host;
        var held = await HeldAsync(host, night);
        var line = DocumentKeys.HeldDrop(held.Id);
        await host.Get<IDocumentStore>().DeleteAsync(line.Partition, line.Id, null, host.Token);
        await host.Get<IBlobStore>().DeleteAsync(ReceiptWriter.Container, ReceiptWriter.Path(held), host.Token);

        await host.Get<Sweep>().RunAsync(host.Started, host.Token);

        Assert.True(await IsListedAsHeldAsync(host, held));
        Assert.Contains("\"Held\"", await host.ReceiptAsync(held), StringComparison.Ordinal);
    }

    private static string[] Lost(SampleNight night) => [.. night.Ids.Skip(10).Take(20)];

    private static async Task<bool> IsListedAsHeldAsync(PipelineHost host, Drop drop)
    {
        var page = await host.Get<IDocumentStore>().ListAsync(DocumentKeys.HeldDrops, "", null, 100, host.Token);
        return page.Documents.Any(document => document.Id == DocumentKeys.HeldDrop(drop.Id).Id);
    }

    private static async Task<Drop> HeldAsync(PipelineHost host, SampleNight night)
    {
        var drop = await host.RunAsync(await host.DropAsync("less", night.Package.Without(Lost(night)).ToZip(), night.AsOf));
        Assert.Equal(DropState.Held, drop.State);
        return drop;
    }

    private async Task<(PipelineHost Host, SampleNight Night)> PublishedAsync(params string[] otherSources)
    {
        var night = await SampleNight.OfAsync(Students, 1);
        var host = new PipelineHost(azurite.ConnectionString);
        await host.RegisterAsync(otherSources: otherSources);
        await host.PublishAsync("first", night.Zip, night.AsOf);
        return (host, night);
    }
}
