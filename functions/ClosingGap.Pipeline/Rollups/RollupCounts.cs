namespace ClosingGap.Pipeline.Rollups;

/// <summary>The numbers of a rollup.</summary>
public sealed record RollupCounts
{
    /// <summary>Districts registered in the state.</summary>
    public int Districts { get; init; }

    public int Current { get; init; }

    public int Late { get; init; }

    public int Failed { get; init; }

    public int Missing { get; init; }

    public int Unreadable { get; init; }

    /// <summary>Districts that count and give no state ids: a student who is there and elsewhere counts twice.</summary>
    public int NotDeduplicated { get; init; }

    /// <summary>Contributions before any was taken back.</summary>
    public long Contributions { get; init; }

    /// <summary>Students, each once.</summary>
    public long Students { get; init; }

    /// <summary>Students found in two or more districts.</summary>
    public long InSeveralDistricts { get; init; }

    /// <summary>Contributions taken back, as another district owns the student.</summary>
    public long TakenBack { get; init; }

    /// <summary>State ids that two students of one district share, or that too many districts have: they tell no student.</summary>
    public long AmbiguousIds { get; init; }
}
