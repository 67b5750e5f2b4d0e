namespace ClosingGap.Pipeline.Applying;

/// <summary>One reason for which a drop is held.</summary>
/// <param name="Code">The stable code.</param>
/// <param name="Text">The reason in words.</param>
public sealed record HoldReason(string Code, string Text)
{
    /// <summary>How many were published; null when the reason is no share.</summary>
    public long? Was { get; init; }

    /// <summary>How many would be.</summary>
    public long? WouldBe { get; init; }

    /// <summary>How many of those published would be gone.</summary>
    public long? Removed { get; init; }

    /// <summary>The share of those published that may be gone, in percent.</summary>
    public int? LimitPercent { get; init; }
}
