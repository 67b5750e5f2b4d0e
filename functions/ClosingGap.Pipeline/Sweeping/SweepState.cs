namespace ClosingGap.Pipeline.Sweeping;

/// <summary>What the sweep remembers between runs.</summary>
/// <param name="Watermark">The newest blob that was looked at.</param>
/// <param name="FullPassOn">The day (UTC) of the last pass over every blob.</param>
public sealed record SweepState(DateTimeOffset Watermark, DateOnly FullPassOn);
