namespace ClosingGap.Domain.Suppression;

/// <summary>What a reader gets. Never 0 for what is suppressed.</summary>
/// <param name="Value">The value when exact, else null.</param>
/// <param name="Low">The lower bound of a range, inclusive, else null.</param>
/// <param name="High">The upper bound of a range, inclusive, else null.</param>
/// <param name="Status">How it is to be read.</param>
public sealed record PublishedValue(decimal? Value, decimal? Low, decimal? High, ValueStatus Status)
{
    /// <summary>A value that is kept back.</summary>
    public static PublishedValue Suppressed { get; } = new(null, null, null, ValueStatus.Suppressed);

    /// <summary>A value that does not exist.</summary>
    public static PublishedValue NotApplicable { get; } = new(null, null, null, ValueStatus.NotApplicable);

    /// <summary>A value that was not reported.</summary>
    public static PublishedValue NotReported { get; } = new(null, null, null, ValueStatus.NotReported);

    /// <summary>True when a reader learns something of it: exact or a range.</summary>
    public bool IsShown => Status is ValueStatus.Exact or ValueStatus.Range;

    /// <summary>The value itself.</summary>
    public static PublishedValue Exact(decimal value) => new(value, null, null, ValueStatus.Exact);

    /// <summary>Between two bounds, both inclusive.</summary>
    public static PublishedValue Range(decimal low, decimal high) => new(null, low, high, ValueStatus.Range);
}
