using System.Collections.Concurrent;
using ClosingGap.Pipeline.Ports;

namespace ClosingGap.Pipeline.Tests.Running;

/// <summary>Keeps what is sent, and ends each try as a test says; a test of the real one stands with it.</summary>
internal sealed class RecordingSender : IWebhookSender
{
    public ConcurrentQueue<WebhookMessage> Sent { get; } = new();

    /// <summary>The fault of the next try, or null: it is taken.</summary>
    public Func<WebhookMessage, string?> Answer { get; set; } = _ => null;

    public Task<string?> SendAsync(WebhookMessage message, CancellationToken cancellationToken)
    {
        Sent.Enqueue(message);
        return Task.FromResult(Answer(message));
    }
}
