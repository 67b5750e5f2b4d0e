namespace ClosingGap.Pipeline.Drops;

/// <summary>How the delivery of a receipt to the district's webhook ended.</summary>
/// <param name="Attempt">The attempt of the drop.</param>
/// <param name="State">The state that the receipt tells.</param>
/// <param name="Delivered">True when the address took it; false when it was given up.</param>
/// <param name="Tries">How often it was sent.</param>
/// <param name="At">When it ended.</param>
/// <param name="Fault">The stable code of the last fault, or null.</param>
public sealed record DropDelivery(int Attempt, DropState State, bool Delivered, int Tries, DateTimeOffset At, string? Fault);
