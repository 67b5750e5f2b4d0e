namespace ClosingGap.Ingest.Profiles;

/// <summary>How credits are counted.</summary>
public sealed record CreditSettings
{
    /// <summary>Short by up to this many credits is at risk, by more is off track. Default 2, range 0 to 100, at most two decimals.</summary>
    public decimal AtRiskShortfall { get; init; } = 2m;

    /// <summary>Course repeat codes whose transcript rows are not counted. Default: none.</summary>
    public IReadOnlyList<string> NotCountedRepeatCodes { get; init; } = [];
}
