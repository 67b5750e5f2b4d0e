namespace ClosingGap.Pipeline.Rollups;

/// <summary>A candidate that is to be made.</summary>
/// <param name="Rollup">The rollup.</param>
/// <param name="Releases">The number of the newest release against which it is protected; 0: there is none.</param>
/// <param name="Populations">In how many pieces; 0: nothing is left to do.</param>
public sealed record CandidateRun(string Rollup, int Releases, int Populations)
{
    /// <summary>One of its pieces.</summary>
    public CandidatePiece Piece(int population) => new(Rollup, Releases, population, Populations);
}
