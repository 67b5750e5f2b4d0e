namespace ClosingGap.Pipeline.Applying;

/// <summary>Why a drop is held.</summary>
/// <param name="Code">The stable code.</param>
/// <param name="Text">The reason in words, with what to do.</param>
public sealed record HoldReason(string Code, string Text);
