using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using ClosingGap.Pipeline.Ports;
using ClosingGap.Pipeline.Webhooks;
using Microsoft.Extensions.Options;

namespace ClosingGap.Functions.Webhooks;

/// <summary>
/// Sends receipts over HTTP. What a name stands for is looked up when it is connected to, and connected to only where the rules allow it:
/// a name that stood for another address a moment ago leads nowhere. No proxy, no cookies, no redirects; the answer's body is not read.
/// </summary>
public sealed class HttpWebhookSender : IWebhookSender, IDisposable
{
    private readonly HttpClient _http;
    private readonly WebhookRules _rules;
    private readonly TimeSpan _timeout;

    public HttpWebhookSender(WebhookRules rules, IOptions<WebhookOptions> options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _rules = rules;
        _timeout = options.Value.Timeout;
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            ActivityHeadersPropagator = null,
            PooledConnectionLifetime = TimeSpan.FromMinutes(1),
            ConnectCallback = ConnectAsync,
        };
        _http = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <inheritdoc/>
    public async Task<string?> SendAsync(WebhookMessage message, CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(_timeout);
        try
        {
            using var request = Request(message);
            using var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, deadline.Token);
            return (int)answer.StatusCode switch
            {
                >= 200 and < 300 => null,
                >= 300 and < 400 => "webhook.redirected",
                var status => FormattableString.Invariant($"webhook.status_{status}"),
            };
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return "webhook.timeout";
        }
        catch (HttpRequestException exception)
        {
            return exception.InnerException is WebhookRefusedException or { InnerException: WebhookRefusedException } ? "webhook.address_refused" : "webhook.unreachable";
        }
    }

    public void Dispose() => _http.Dispose();

    private static HttpRequestMessage Request(WebhookMessage message)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, message.Url) { Content = new ByteArrayContent(message.Body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        request.Headers.TryAddWithoutValidation("User-Agent", "ClosingGap-Webhook/1");
        request.Headers.TryAddWithoutValidation("ClosingGap-Signature", message.Signature);
        request.Headers.TryAddWithoutValidation("ClosingGap-Event", message.Event);
        request.Headers.TryAddWithoutValidation("ClosingGap-Delivery", message.Delivery);
        return request;
    }

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var endPoint = context.DnsEndPoint;
        var addresses = await Dns.GetHostAddressesAsync(endPoint.Host, cancellationToken);
        var allowed = addresses.Where(_rules.Allows).ToArray();
        if (allowed.Length == 0)
        {
            throw new WebhookRefusedException();
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, endPoint.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
