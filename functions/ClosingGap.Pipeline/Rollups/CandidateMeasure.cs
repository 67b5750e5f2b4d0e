namespace ClosingGap.Pipeline.Rollups;

/// <summary>A measure of a candidate.</summary>
/// <param name="Id">The measure.</param>
/// <param name="Title">What people read.</param>
/// <param name="Version">The version of its definition.</param>
/// <param name="Definition">A hash of the definition; blank for an indicator.</param>
/// <param name="Protection">What protecting did to its cells.</param>
/// <param name="Offsets">Of each organisation: where its line begins.</param>
public sealed record CandidateMeasure(string Id, string Title, int Version, string Definition, ProtectionSummary Protection, IReadOnlyList<long> Offsets);
