namespace ClosingGap.Domain.Settings;

/// <summary>Up to which day the absence of a row means presence, in a district of negative capture.</summary>
public enum MeasuredThrough
{
    /// <summary>The last day for which the school has submitted any attendance.</summary>
    LastSubmitted = 0,

    /// <summary>The as-of date.</summary>
    AsOf = 1,
}
