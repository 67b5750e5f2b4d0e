namespace ClosingGap.Pipeline.Drops;

/// <summary>A decision on a drop.</summary>
/// <param name="Decision"><c>release</c>, <c>discard</c> or <c>redrive</c>.</param>
/// <param name="By">Who: a name that the caller gives, or <c>system</c>.</param>
/// <param name="At">When.</param>
/// <param name="BaseVersion">The published version at that moment.</param>
public sealed record DropDecision(string Decision, string By, DateTimeOffset At, long BaseVersion)
{
    /// <summary>The longest reason, in characters.</summary>
    public const int MaxReason = 500;

    /// <summary>Who decides when nobody does.</summary>
    public const string System = "system";

    /// <summary>Why, in the decider's words; null when none was given.</summary>
    public string? Reason { get; init; }
}
