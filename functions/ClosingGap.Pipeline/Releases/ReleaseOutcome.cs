namespace ClosingGap.Pipeline.Releases;

/// <summary>What became of asking for a release.</summary>
public enum ReleaseOutcome
{
    /// <summary>It is being prepared.</summary>
    Begun,

    /// <summary>There is no such rollup.</summary>
    UnknownRollup,

    /// <summary>The rollup is no candidate: it is being made, or failed.</summary>
    NoCandidate,

    /// <summary>Another release of the state is being prepared.</summary>
    UnderWay,
}
