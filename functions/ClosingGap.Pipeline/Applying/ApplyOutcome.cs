namespace ClosingGap.Pipeline.Applying;

/// <summary>How the application of an input ended.</summary>
/// <param name="IsApplied">False when the drop is held.</param>
public sealed record ApplyOutcome(bool IsApplied);
