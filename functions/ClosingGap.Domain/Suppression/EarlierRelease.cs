namespace ClosingGap.Domain.Suppression;

/// <summary>An earlier release that can still be had: what it said of the same cells, with the true counts of which it was made.</summary>
/// <param name="Measures">Those that are not among the new measures are not looked at.</param>
public sealed record EarlierRelease(IReadOnlyList<EarlierMeasure> Measures)
{
    /// <summary>How many cells it had that are none of now: of organisations and groups that went since. They follow those of now in each of its measures.</summary>
    public int GoneCells { get; init; }

    /// <summary>
    /// The identities of then, over the cells of now and those that went. Where a line had other parts than now, one release less the other tells of what came and
    /// went. Empty where the same organisations and groups were there.
    /// </summary>
    public IReadOnlyList<AdditiveLine> Lines { get; init; } = [];
}
