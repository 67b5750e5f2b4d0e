namespace ClosingGap.Pipeline.Reading;

/// <summary>The answer to a question for gaps.</summary>
/// <param name="Outcome">Whether they were found.</param>
/// <param name="Gaps">The gaps; null when they were not.</param>
public sealed record FoundGaps(GapOutcome Outcome, Versioned<DistrictGaps>? Gaps = null);
