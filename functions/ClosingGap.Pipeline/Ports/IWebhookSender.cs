namespace ClosingGap.Pipeline.Ports;

/// <summary>Port to whatever sends a receipt to a webhook: one try, bounded in time, to allowed addresses only, redirects not followed.</summary>
public interface IWebhookSender
{
    /// <summary>Sends once.</summary>
    /// <returns>Null when the answer was 2xx; else a stable code: <c>webhook.status_503</c>, <c>webhook.redirected</c>, <c>webhook.timeout</c>,
    /// <c>webhook.unreachable</c> or <c>webhook.address_refused</c>.</returns>
    Task<string?> SendAsync(WebhookMessage message, CancellationToken cancellationToken);
}
