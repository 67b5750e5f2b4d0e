namespace ClosingGap.Pipeline.Rollups;

/// <summary>What was made of the measures of one population.</summary>
/// <param name="Report">What protecting did.</param>
/// <param name="Unproven">The cells whose protection could not be shown, the first of them.</param>
/// <param name="Measures">Its measures.</param>
public sealed record CandidatePopulation(ProtectionReport Report, IReadOnlyList<UnprovenCell> Unproven, IReadOnlyList<CandidateMeasure> Measures);
