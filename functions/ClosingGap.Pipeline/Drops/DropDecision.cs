namespace ClosingGap.Pipeline.Drops;

/// <summary>A decision on a drop.</summary>
/// <param name="Decision"><c>release</c>, <c>discard</c> or <c>redrive</c>.</param>
/// <param name="By">Who: a name that the caller gives, or <c>time-out</c>.</param>
/// <param name="At">When.</param>
/// <param name="BaseVersion">The published version at that moment.</param>
public sealed record DropDecision(string Decision, string By, DateTimeOffset At, long BaseVersion);
