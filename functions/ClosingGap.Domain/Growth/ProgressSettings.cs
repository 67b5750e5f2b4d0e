namespace ClosingGap.Domain.Growth;

/// <summary>How much there must be before progress is spoken of.</summary>
public sealed record ProgressSettings
{
    /// <summary>How many of the latest probes the point rule asks. Default 4, range 3 to 10.</summary>
    public int ConsecutivePoints { get; init; } = 4;

    /// <summary>Probes before a trend is claimed. Default 9, range 6 to 50.</summary>
    public int TrendPoints { get; init; } = 9;

    /// <summary>Weeks from the first to the last probe before a trend is claimed. Default 10, range 4 to 52.</summary>
    public int TrendWeeks { get; init; } = 10;

    /// <summary>The usual ones.</summary>
    public static ProgressSettings Default { get; } = new();
}
