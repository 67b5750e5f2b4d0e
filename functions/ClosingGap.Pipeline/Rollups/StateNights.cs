namespace ClosingGap.Pipeline.Rollups;

/// <summary>What a state knows of its nights.</summary>
/// <param name="LastNight">The last night whose rollup was started.</param>
public sealed record StateNights(DateOnly LastNight);
