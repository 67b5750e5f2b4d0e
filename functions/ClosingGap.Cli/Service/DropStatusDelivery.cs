namespace ClosingGap.Cli.Service;

/// <summary>How the delivery of a receipt to the district's webhook ended.</summary>
internal sealed record DropStatusDelivery(int Attempt, string State, bool Delivered, int Tries, DateTimeOffset At, string? Fault);
