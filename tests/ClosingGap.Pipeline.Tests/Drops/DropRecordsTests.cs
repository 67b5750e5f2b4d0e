using ClosingGap.Pipeline.Documents;
using ClosingGap.Pipeline.Drops;
using ClosingGap.Pipeline.Ports;
using ClosingGap.Pipeline.Tests.Running;
using ClosingGap.TestSupport;

namespace ClosingGap.Pipeline.Tests.Drops;

public sealed class DropRecordsTests(AzuriteFixture azurite)
{
    private const string Id = "0123456789abcdef0123456789abcdef";

    [Fact]
    public async Task Create_Twice_IsDoneOnce()
    {
        await using var host = new PipelineHost(azurite.ConnectionString);
        var records = host.Get<DropRecords>();

        Assert.True(await records.CreateAsync(Drop(host), host.Token));
        Assert.False(await records.CreateAsync(Drop(host) with { Source = "other" }, host.Token));

        Assert.Equal("sis", (await host.DropOfAsync(Id)).Source);
        Assert.True(await IsThereAsync(host, DocumentKeys.OpenDrop(Id)));
        Assert.True(await IsThereAsync(host, ByTime(host)));
    }

    [Fact]
    public async Task Change_OfAStaleAttempt_IsRefused()
    {
        await using var host = await CreatedAsync();
        var records = host.Get<DropRecords>();
        await records.ChangeAsync(Id, 1, drop => drop with { Attempt = 2 }, host.Token);

        Assert.Null(await records.ChangeAsync(Id, 1, drop => drop with { State = DropState.Failed }, host.Token));
        Assert.Null(await records.ChangeAsync("f" + Id[1..], null, drop => drop, host.Token));

        Assert.Equal((DropState.Received, 2), ((await host.DropOfAsync(Id)).State, (await host.DropOfAsync(Id)).Attempt));
    }

    [Fact]
    public async Task Change_ToHeld_IsListedAndHasAReceipt()
    {
        await using var host = await CreatedAsync();
        var held = await host.Get<DropRecords>().ChangeAsync(Id, 1, drop => drop with { State = DropState.Held }, host.Token);

        Assert.Equal(host.Time.GetUtcNow(), held!.EndedAt);
        Assert.True(await IsThereAsync(host, DocumentKeys.HeldDrop(Id)));
        Assert.True(await IsThereAsync(host, DocumentKeys.OpenDrop(Id)));
        Assert.Contains("\"Held\"", await host.ReceiptAsync(held), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(DropState.Published)]
    [InlineData(DropState.Rejected)]
    [InlineData(DropState.Discarded)]
    [InlineData(DropState.Superseded)]
    [InlineData(DropState.Failed)]
    public async Task Change_ToAFinalState_ClosesItsLines(DropState state)
    {
        await using var host = await CreatedAsync();
        var records = host.Get<DropRecords>();
        await records.ChangeAsync(Id, 1, drop => drop with { State = DropState.Held }, host.Token);
        host.Time.Advance(TimeSpan.FromHours(1));
        var ended = (await records.ChangeAsync(Id, 1, drop => drop with { State = state }, host.Token))!;

        Assert.Equal((host.Time.GetUtcNow(), host.Time.GetUtcNow()), (ended.EndedAt, ended.UpdatedAt));
        Assert.False(await IsThereAsync(host, DocumentKeys.HeldDrop(Id)));
        Assert.False(await IsThereAsync(host, DocumentKeys.OpenDrop(Id)));
        Assert.True(await IsThereAsync(host, ByTime(host)));
        Assert.Contains($"\"{state}\"", await host.ReceiptAsync(ended), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Index_OfAStateThatHasPassed_TellsOfTheNewest()
    {
        await using var host = await CreatedAsync();
        var records = host.Get<DropRecords>();
        var held = await records.ChangeAsync(Id, 1, drop => drop with { State = DropState.Held }, host.Token);
        var discarded = await records.ChangeAsync(Id, 1, drop => drop with { State = DropState.Discarded }, host.Token);

        await records.IndexAsync(held!, host.Token);

        Assert.False(await IsThereAsync(host, DocumentKeys.HeldDrop(Id)));
        Assert.Contains("\"Discarded\"", await host.ReceiptAsync(discarded!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Change_ThatReopens_IsOpenAgain()
    {
        await using var host = await CreatedAsync();
        var records = host.Get<DropRecords>();
        await records.ChangeAsync(Id, 1, drop => drop with { State = DropState.Failed }, host.Token);

        var open = await records.ChangeAsync(Id, 1, drop => drop with { State = DropState.Received, Attempt = 2 }, host.Token);

        Assert.Null(open!.EndedAt);
        Assert.True(await IsThereAsync(host, DocumentKeys.OpenDrop(Id)));
    }

    [Fact]
    public async Task Change_WhileAnotherComesBetween_LosesNeither()
    {
        await using var host = await CreatedAsync();
        var records = host.Get<DropRecords>();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(number => Task.Run(() => records.ChangeAsync(
            Id, 1, drop => drop with { Counts = drop.Counts with { Warnings = drop.Counts.Warnings + 1 } }, host.Token))));

        Assert.Equal(8, (await host.DropOfAsync(Id)).Counts.Warnings);
    }

    [Fact]
    public async Task Failure_TellsTheTypeOnly()
    {
        await using var host = await CreatedAsync();

        await host.Get<DropFailure>().RunAsync(new DropRun(Id, 1), "System.IO.IOException: the student \"Jane\"\nwas", host.Token);

        var drop = await host.DropOfAsync(Id);
        Assert.Equal((DropState.Failed, "system.fault"), (drop.State, drop.ReasonCode));
        Assert.DoesNotContain("\"", drop.Reason!, StringComparison.Ordinal);
        Assert.DoesNotContain(" Jane", drop.Reason!, StringComparison.Ordinal);
    }

    private static async Task<bool> IsThereAsync(PipelineHost host, DocumentKey key) =>
        await host.Get<IDocumentStore>().GetAsync(key.Partition, key.Id, host.Token) is not null;

    private static DocumentKey ByTime(PipelineHost host) => DocumentKeys.DropByTime(host.District.ToString(), DateTimeOffset.UnixEpoch, Id);

    private static Drop Drop(PipelineHost host) => new()
    {
        Id = Id, District = host.District.ToString(), Source = "sis", Path = "p", ETag = "e", LastModified = DateTimeOffset.UnixEpoch,
        ReceivedAt = host.Time.GetUtcNow(), UpdatedAt = host.Time.GetUtcNow(), Inputs = [Id],
    };

    private async Task<PipelineHost> CreatedAsync()
    {
        var host = new PipelineHost(azurite.ConnectionString);
        await host.Get<DropRecords>().CreateAsync(Drop(host), host.Token);
        return host;
    }
}
