namespace ClosingGap.Pipeline.Releases;

/// <summary>The one switch of a state: which release readers see.</summary>
/// <param name="Number">The release.</param>
/// <param name="Rollup">Its rollup.</param>
/// <param name="ProtectedAgainst">Which of the rollup's candidates it is.</param>
public sealed record ReleasedPointer(int Number, string Rollup, int ProtectedAgainst);
