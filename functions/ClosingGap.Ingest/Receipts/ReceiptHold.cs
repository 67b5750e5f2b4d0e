namespace ClosingGap.Ingest.Receipts;

/// <summary>One reason for which a drop is held, with its numbers where it is a share.</summary>
/// <param name="Code">The stable code.</param>
/// <param name="Text">The reason in words.</param>
/// <param name="Was">How many were published, or null.</param>
/// <param name="WouldBe">How many would be, or null.</param>
/// <param name="Removed">How many of those published would be gone, or null.</param>
/// <param name="LimitPercent">The share of those published that may be gone, in percent, or null.</param>
public sealed record ReceiptHold(string Code, string Text, long? Was = null, long? WouldBe = null, long? Removed = null, int? LimitPercent = null);
