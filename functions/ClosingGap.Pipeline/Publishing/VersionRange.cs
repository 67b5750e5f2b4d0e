namespace ClosingGap.Pipeline.Publishing;

/// <summary>Versions from one to another, both included.</summary>
public sealed record VersionRange(long From, long To);
