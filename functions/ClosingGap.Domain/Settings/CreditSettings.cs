namespace ClosingGap.Domain.Settings;

/// <summary>How credits are counted.</summary>
public sealed record CreditSettings
{
    /// <summary>Credits, in hundredths, by which a student may be short and still be at risk rather than off track. Default 200; range 0 … 10000.</summary>
    public int AtRiskShortfallHundredths { get; init; } = 200;

    /// <summary>Course repeat codes whose rows earn nothing, without regard to case. Default: none.</summary>
    public IReadOnlySet<string> NotCountedRepeatCodes { get; init; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
}
