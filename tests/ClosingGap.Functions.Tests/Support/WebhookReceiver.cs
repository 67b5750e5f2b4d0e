using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ClosingGap.Functions.Tests.Support;

/// <summary>A real HTTP server on loopback that takes deliveries, and answers them as a test says.</summary>
internal sealed class WebhookReceiver : IAsyncDisposable
{
    private readonly WebApplication _server;

    private WebhookReceiver(WebApplication server, Func<HttpContext, int, Task> answer)
    {
        _server = server;
        _server.Run(async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            var body = await reader.ReadToEndAsync();
            var headers = context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
            Taken.Enqueue(new Delivery(context.Request.Path, headers, body));
            await answer(context, Taken.Count);
        });
    }

    public ConcurrentQueue<Delivery> Taken { get; } = new();

    public Uri Url => new(_server.Urls.First());

    /// <summary>Starts it; <paramref name="answer"/> gets the request and its number, from 1. Without it every answer is 200.</summary>
    public static async Task<WebhookReceiver> StartAsync(Func<HttpContext, int, Task>? answer = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var receiver = new WebhookReceiver(builder.Build(), answer ?? ((_, _) => Task.CompletedTask));
        await receiver._server.StartAsync(TestContext.Current.CancellationToken);
        return receiver;
    }

    /// <summary>The first so many deliveries, once they have come.</summary>
    public async Task<IReadOnlyList<Delivery>> UntilAsync(int count)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(TimeSpan.FromSeconds(90));
        while (Taken.Count < count)
        {
            await Task.Delay(50, deadline.Token);
        }

        return [.. Taken.Take(count)];
    }

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();

    internal sealed record Delivery(string Path, IReadOnlyDictionary<string, string> Headers, string Body);
}
