namespace ClosingGap.Pipeline.Lanes;

/// <summary>What the lane remembers of a source.</summary>
public sealed record LaneSource
{
    /// <summary>The drop that waits for a decision.</summary>
    public LaneEntry? Held { get; init; }

    /// <summary>True when a drop of this source ended without being applied: a delta then has no base to stand on.</summary>
    public bool BaseMissing { get; init; }

    /// <summary>The tables that every applied drop of this source held; null before the first.</summary>
    public IReadOnlyList<string>? AlwaysTables { get; init; }

    /// <summary>The newest drop that was applied.</summary>
    public LaneEntry? LastApplied { get; init; }
}
