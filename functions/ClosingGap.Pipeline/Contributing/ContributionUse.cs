namespace ClosingGap.Pipeline.Contributing;

/// <summary>A rollup that stands on a contribution: the contribution is not removed while this is there.</summary>
/// <param name="Version">The contribution's version.</param>
/// <param name="Rollup">The rollup.</param>
public sealed record ContributionUse(long Version, string Rollup);
