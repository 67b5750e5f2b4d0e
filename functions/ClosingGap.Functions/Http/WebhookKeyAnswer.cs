namespace ClosingGap.Functions.Http;

/// <summary>How a district checks what its webhook receives.</summary>
/// <param name="District">The district.</param>
/// <param name="Webhook">Where receipts are sent, or null.</param>
/// <param name="Key">The key of HMAC-SHA-256 in base 64.</param>
public sealed record WebhookKeyAnswer(string District, string? Webhook, string Key);
