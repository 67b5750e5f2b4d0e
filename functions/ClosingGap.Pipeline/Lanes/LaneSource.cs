namespace ClosingGap.Pipeline.Lanes;

/// <summary>What the lane remembers of a source.</summary>
public sealed record LaneSource
{
    /// <summary>The drop that waits for a decision.</summary>
    public LaneEntry? Held { get; init; }

    /// <summary>True when a drop of this source ended without being applied: a delta then has no base to stand on.</summary>
    public bool BaseMissing { get; init; }

    /// <summary>The drop whose rows are missing, when it is one only: to drive that very drop again is to bring them.</summary>
    public string? MissingDrop { get; init; }

    /// <summary>The tables that every applied complete drop of this source held; null before the first.</summary>
    public IReadOnlyList<string>? AlwaysTables { get; init; }

    /// <summary>How many complete drops of this source were applied.</summary>
    public int CompleteDrops { get; init; }

    /// <summary>The newest drop that was applied.</summary>
    public LaneEntry? LastApplied { get; init; }

    /// <summary>True when another drop than this one ended without being applied.</summary>
    public bool IsBaseMissingFor(string dropId) => BaseMissing && !string.Equals(MissingDrop, dropId, StringComparison.Ordinal);

    internal LaneSource Without(string dropId) => this with { BaseMissing = true, MissingDrop = IsBaseMissingFor(dropId) ? null : dropId };
}
