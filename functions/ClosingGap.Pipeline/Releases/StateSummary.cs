namespace ClosingGap.Pipeline.Releases;

/// <summary>What is published of a state: the newest release.</summary>
/// <param name="State">The state.</param>
/// <param name="Release">The release.</param>
/// <param name="Metadata">What its figures are.</param>
public sealed record StateSummary(string State, StateRelease Release, DataSetMetadata Metadata);
