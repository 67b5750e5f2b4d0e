using System.Text;
using ClosingGap.Pipeline.Districts;
using ClosingGap.Pipeline.Documents;
using ClosingGap.Pipeline.Drops;
using ClosingGap.Pipeline.Ports;
using ClosingGap.Pipeline.Sweeping;
using ClosingGap.Pipeline.Tests.Running;
using ClosingGap.Pipeline.Webhooks;
using ClosingGap.TestSupport;

namespace ClosingGap.Pipeline.Tests.Webhooks;

public sealed class WebhookDeliveriesTests(AzuriteFixture azurite)
{
    private const string Id = "0123456789abcdef0123456789abcdef";
    private const string Url = "https://example.org/receipts";

    [Theory]
    [InlineData(DropState.Rejected, "drop.rejected")]
    [InlineData(DropState.Held, "drop.held")]
    [InlineData(DropState.Failed, "drop.failed")]
    [InlineData(DropState.Published, "drop.published")]
    [InlineData(DropState.Discarded, "drop.discarded")]
    [InlineData(DropState.Superseded, "drop.superseded")]
    public async Task SendFirst_OfEachEnd_SendsTheReceiptAndKeepsTheFact(DropState state, string name)
    {
        await using var host = await EndedAsync(state);

        await host.Get<WebhookDeliveries>().SendFirstAsync(Id, host.Token);

        var sent = Assert.Single(host.Sender.Sent);
        Assert.Equal((Url, name, $"{Id}-1-{state.ToString().ToLowerInvariant()}"), (sent.Url.ToString(), sent.Event, sent.Delivery));
        var drop = await host.DropOfAsync(Id);
        Assert.Equal(await host.ReceiptAsync(drop), Encoding.UTF8.GetString(sent.Body));
        Assert.Equal(new DropDelivery(1, state, true, 1, host.Time.GetUtcNow(), null), Assert.Single(drop.Deliveries));
        Assert.Empty((await OutboxAsync(host)).Documents);
    }

    [Fact]
    public async Task Fact_OfADelivery_ChangesNeitherTheEndNorTheReceipt()
    {
        await using var host = await EndedAsync(DropState.Held);
        var before = await host.DropOfAsync(Id);
        var receipt = await host.ReceiptAsync(before);
        host.Time.Advance(TimeSpan.FromHours(1));

        await host.Get<WebhookDeliveries>().SendFirstAsync(Id, host.Token);
        var after = await host.DropOfAsync(Id);
        await host.Get<DropRecords>().IndexAsync(after, host.Token);

        Assert.Equal((DropState.Held, before.EndedAt), (after.State, after.EndedAt));
        Assert.Equal(receipt, await host.ReceiptAsync(after));
        Assert.Empty((await OutboxAsync(host)).Documents);
    }

    [Fact]
    public async Task Sweep_OfAReceiptThatIsRefused_WaitsLongerEachTimeAndThenGivesUp()
    {
        await using var host = await EndedAsync(DropState.Rejected);
        host.Sender.Answer = _ => "webhook.status_503";
        await host.Get<WebhookDeliveries>().SendFirstAsync(Id, host.Token);
        var waits = new List<double>();
        while ((await OutboxAsync(host)).Documents is [var document])
        {
            var delivery = JsonDocuments.Read(document.Body, PipelineJson.Default.WebhookDelivery);
            waits.Add((delivery.Due - host.Time.GetUtcNow()).TotalMinutes);
            Assert.Equal("webhook.status_503", delivery.Fault);
            host.Time.Advance(delivery.Due - host.Time.GetUtcNow() - TimeSpan.FromSeconds(1));
            Assert.Equal(0, await host.Get<WebhookDeliveries>().SweepAsync(host.Token));
            Assert.Equal(waits.Count, host.Sender.Sent.Count);
            host.Time.Advance(TimeSpan.FromSeconds(1));
            await host.Get<WebhookDeliveries>().SweepAsync(host.Token);
        }

        Assert.Equal([1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 1440, 1440, 1440, 1440], waits.Select(wait => Math.Round(wait, 6)));
        Assert.Equal(16, host.Sender.Sent.Count);
        var fact = Assert.Single((await host.DropOfAsync(Id)).Deliveries);
        Assert.Equal((false, 16, "webhook.status_503"), (fact.Delivered, fact.Tries, fact.Fault));
        Assert.Equal(DropState.Rejected, (await host.DropOfAsync(Id)).State);
    }

    [Fact]
    public async Task Sweep_AfterADeathInATry_SendsTheSameDeliveryAgain()
    {
        await using var host = await EndedAsync(DropState.Rejected);
        host.Sender.Answer = _ => throw new InvalidOperationException("death");
        await host.Get<WebhookDeliveries>().SendFirstAsync(Id, host.Token);
        host.Sender.Answer = _ => null;

        Assert.Equal(0, (await host.Get<Sweep>().RunAsync(host.Started, host.Token)).Delivered);
        host.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, (await host.Get<Sweep>().RunAsync(host.Started, host.Token)).Delivered);

        Assert.Equal(2, host.Sender.Sent.Count);
        Assert.Single(host.Sender.Sent.Select(message => message.Delivery).Distinct());
        Assert.Equal(2, Assert.Single((await host.DropOfAsync(Id)).Deliveries).Tries);
    }

    [Fact]
    public async Task Sweeps_AtTheSameTime_MakeATryOnce()
    {
        await using var host = await EndedAsync(DropState.Rejected);
        var deliveries = host.Get<WebhookDeliveries>();

        var taken = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => deliveries.SweepAsync(host.Token))));

        Assert.Equal(1, taken.Sum());
        Assert.Single(host.Sender.Sent);
    }

    [Fact]
    public async Task Outbox_OfADistrictWithoutAWebhook_StaysEmpty()
    {
        await using var host = await EndedAsync(DropState.Rejected, webhook: null);

        await host.Get<WebhookDeliveries>().SendFirstAsync(Id, host.Token);

        Assert.Empty((await OutboxAsync(host)).Documents);
        Assert.Empty(host.Sender.Sent);
    }

    [Fact]
    public async Task Outbox_OfADistrictThatTookItsWebhookAway_IsCleared()
    {
        await using var host = await EndedAsync(DropState.Rejected);
        await RegisterAsync(host, null);

        await host.Get<WebhookDeliveries>().SweepAsync(host.Token);

        Assert.Empty((await OutboxAsync(host)).Documents);
        Assert.Empty(host.Sender.Sent);
    }

    [Fact]
    public async Task Drop_ThatIsDecidedOn_SendsAReceiptOfEachEnd()
    {
        await using var host = await EndedAsync(DropState.Held);
        await host.Get<WebhookDeliveries>().SendFirstAsync(Id, host.Token);

        await host.Get<DropDecisions>().DiscardAsync(Id, "a tester", host.Started, host.Token);
        await host.Get<WebhookDeliveries>().SweepAsync(host.Token);

        Assert.Equal(["drop.held", "drop.discarded"], host.Sender.Sent.Select(message => message.Event));
        Assert.Contains("a tester", Encoding.UTF8.GetString(host.Sender.Sent.Last().Body), StringComparison.Ordinal);
    }

    private static Task<DocumentPage> OutboxAsync(PipelineHost host) =>
        host.Get<IDocumentStore>().ListAsync(DocumentKeys.WebhookOutbox, "", null, 100, host.Token);

    private static Task RegisterAsync(PipelineHost host, string? webhook) => host.Get<DistrictRegistry>().SaveAsync(
        new DistrictRegistration(host.District.ToString(), "Sample", null, "UTC", null, [new SourceRegistration("sis", "lenient")], [], 0) { Webhook = webhook }, host.Token);

    private async Task<PipelineHost> EndedAsync(DropState state, string? webhook = Url)
    {
        var host = new PipelineHost(azurite.ConnectionString);
        await RegisterAsync(host, webhook);
        var records = host.Get<DropRecords>();
        await records.CreateAsync(
            new Drop
            {
                Id = Id, District = host.District.ToString(), Source = "sis", Path = "TX/990001/sis/night.zip", ETag = "e", LastModified = host.Time.GetUtcNow(),
                ReceivedAt = host.Time.GetUtcNow(), UpdatedAt = host.Time.GetUtcNow(), Inputs = [Id],
            },
            host.Token);
        await records.ChangeAsync(Id, 1, drop => drop with { State = state, ReasonCode = "a.code", Reason = "A reason." }, host.Token);
        return host;
    }
}
