namespace ClosingGap.Pipeline.Ports;

/// <summary>A signed receipt, ready to be sent.</summary>
/// <param name="Url">Where to.</param>
/// <param name="Body">JSON in UTF-8.</param>
/// <param name="Signature">The header <c>ClosingGap-Signature</c>.</param>
/// <param name="Event">The header <c>ClosingGap-Event</c>.</param>
/// <param name="Delivery">The header <c>ClosingGap-Delivery</c>: the same for every try.</param>
public sealed record WebhookMessage(Uri Url, byte[] Body, string Signature, string Event, string Delivery);
