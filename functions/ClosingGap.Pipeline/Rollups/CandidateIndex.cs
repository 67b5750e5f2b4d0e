using ClosingGap.Pipeline.Releases;

namespace ClosingGap.Pipeline.Rollups;

/// <summary>What a candidate holds.</summary>
/// <param name="Rollup">The rollup.</param>
/// <param name="Date">Its day.</param>
/// <param name="ProtectedAgainst">The number of the newest release when it was protected; 0: there was none.</param>
/// <param name="Rules">The rules of protection.</param>
/// <param name="Report">What protecting did.</param>
/// <param name="Measures">The measures.</param>
public sealed record CandidateIndex(
    string Rollup, DateOnly Date, int ProtectedAgainst, ReleaseRules Rules, ProtectionReport Report, IReadOnlyList<CandidateMeasure> Measures);
