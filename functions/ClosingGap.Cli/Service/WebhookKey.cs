namespace ClosingGap.Cli.Service;

/// <summary>The key by which receipts to a district's webhook are signed, in base 64.</summary>
internal sealed record WebhookKey(string District, string? Webhook, string Key);
