namespace ClosingGap.Pipeline.Rollups;

/// <summary>One population of a candidate that is to be protected.</summary>
/// <param name="Rollup">The rollup.</param>
/// <param name="Releases">The number of the newest release against which it is protected; 0: there is none.</param>
/// <param name="Population">Which of its populations.</param>
/// <param name="Populations">How many it has.</param>
public sealed record CandidatePiece(string Rollup, int Releases, int Population, int Populations);
