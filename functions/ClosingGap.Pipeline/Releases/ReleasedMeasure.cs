namespace ClosingGap.Pipeline.Releases;

/// <summary>A measure of a release.</summary>
/// <param name="Measure">Its id.</param>
/// <param name="Title">What people read.</param>
/// <param name="Version">The version of its definition.</param>
/// <param name="Definition">A hash of the definition; blank for an indicator.</param>
public sealed record ReleasedMeasure(string Measure, string Title, int Version, string Definition);
