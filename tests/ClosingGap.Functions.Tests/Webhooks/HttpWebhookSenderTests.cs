using System.Net;
using System.Net.Sockets;
using ClosingGap.Functions.Tests.Support;
using ClosingGap.Functions.Webhooks;
using ClosingGap.Pipeline.Ports;
using ClosingGap.Pipeline.Webhooks;
using Microsoft.Extensions.Options;

namespace ClosingGap.Functions.Tests.Webhooks;

public sealed class HttpWebhookSenderTests
{
    private static readonly byte[] s_body = "{\"state\":\"Held\"}"u8.ToArray();

    [Fact]
    public async Task Send_ToAnAddressThatTakesIt_CarriesBodyAndHeaders()
    {
        await using var receiver = await WebhookReceiver.StartAsync((context, _) => { context.Response.StatusCode = 204; return Task.CompletedTask; });

        Assert.Null(await SendAsync(new Uri(receiver.Url, "receipts?for=us")));

        var taken = Assert.Single(receiver.Taken);
        Assert.Equal(("/receipts", "{\"state\":\"Held\"}"), (taken.Path, taken.Body));
        Assert.Equal(("t=1,v1=ab", "drop.held", "id-1-held"), (taken.Headers["ClosingGap-Signature"], taken.Headers["ClosingGap-Event"], taken.Headers["ClosingGap-Delivery"]));
        Assert.Equal("application/json; charset=utf-8", taken.Headers["Content-Type"]);
        Assert.DoesNotContain("traceparent", taken.Headers.Keys);
    }

    [Theory]
    [InlineData(400, "webhook.status_400")]
    [InlineData(410, "webhook.status_410")]
    [InlineData(503, "webhook.status_503")]
    public async Task Send_ToAnAddressThatRefuses_TellsTheStatus(int status, string fault)
    {
        await using var receiver = await WebhookReceiver.StartAsync((context, _) => { context.Response.StatusCode = status; return Task.CompletedTask; });

        Assert.Equal(fault, await SendAsync(receiver.Url));
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task Send_ToAnAddressThatRedirects_DoesNotFollow(int status)
    {
        await using var other = await WebhookReceiver.StartAsync();
        await using var receiver = await WebhookReceiver.StartAsync((context, _) =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.Location = other.Url.ToString();
            return Task.CompletedTask;
        });

        Assert.Equal("webhook.redirected", await SendAsync(receiver.Url));
        Assert.Empty(other.Taken);
    }

    [Fact]
    public async Task Send_ToAnAddressThatHangs_EndsAtTheTimeout()
    {
        await using var receiver = await WebhookReceiver.StartAsync((context, _) => Task.Delay(Timeout.Infinite, context.RequestAborted));

        Assert.Equal("webhook.timeout", await SendAsync(receiver.Url, new WebhookOptions { AllowLoopback = true, Timeout = TimeSpan.FromMilliseconds(300) }));
    }

    [Fact]
    public async Task Send_WhenTheCallerStops_StopsToo()
    {
        await using var receiver = await WebhookReceiver.StartAsync((context, _) => Task.Delay(Timeout.Infinite, context.RequestAborted));
        using var stop = new CancellationTokenSource();
        var sending = SendAsync(receiver.Url, stop: stop.Token);
        await receiver.UntilAsync(1);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
    }

    [Fact]
    public async Task Send_ToNobody_IsUnreachable()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        var url = new Uri($"http://{socket.LocalEndpoint}");
        socket.Stop();

        Assert.Equal("webhook.unreachable", await SendAsync(url));
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("127.0.0.1")]
    public async Task Send_ToThisMachineWithoutLeave_SendsNothing(string host)
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var url = new UriBuilder(receiver.Url) { Host = host }.Uri;

        Assert.Equal("webhook.address_refused", await SendAsync(url, new WebhookOptions()));
        Assert.Empty(receiver.Taken);
    }

    private static async Task<string?> SendAsync(Uri url, WebhookOptions? options = null, CancellationToken? stop = null)
    {
        var settings = Options.Create(options ?? new WebhookOptions { AllowLoopback = true });
        using var sender = new HttpWebhookSender(new WebhookRules(settings, new WebhookKeys(new byte[32])), settings);
        return await sender.SendAsync(new WebhookMessage(url, s_body, "t=1,v1=ab", "drop.held", "id-1-held"), stop ?? TestContext.Current.CancellationToken);
    }
}
