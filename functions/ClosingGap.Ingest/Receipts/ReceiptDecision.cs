namespace ClosingGap.Ingest.Receipts;

/// <summary>A decision on a drop: what, who and when.</summary>
public sealed record ReceiptDecision(string Decision, string By, DateTimeOffset At);
