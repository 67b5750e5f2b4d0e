namespace ClosingGap.Pipeline.Rollups;

/// <summary>Where a rollup stands. None of these changes what is published.</summary>
public enum RollupState
{
    /// <summary>It is being made.</summary>
    Running,

    /// <summary>It is made, and may be released.</summary>
    Candidate,

    /// <summary>It could not be made.</summary>
    Failed,
}
