namespace ClosingGap.Pipeline.Releases;

/// <summary>The answer to asking for a release.</summary>
/// <param name="Outcome">What became of it.</param>
/// <param name="Release">The release, when it begun.</param>
public sealed record ReleaseResult(ReleaseOutcome Outcome, StateRelease? Release = null);
