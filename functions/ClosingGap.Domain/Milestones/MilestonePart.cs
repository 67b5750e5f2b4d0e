namespace ClosingGap.Domain.Milestones;

/// <summary>One condition of a milestone: a fact held against thresholds. A milestone of several parts stands where its gravest part stands.</summary>
public sealed record MilestonePart
{
    /// <summary>One of <see cref="Indicators.IndicatorIds.OfMilestones"/>.</summary>
    public required string Indicator { get; init; }

    /// <summary>At-risk threshold's numerator; null where there is none.</summary>
    public int? AtRiskNumerator { get; init; }

    /// <summary>At-risk threshold's denominator; default 1.</summary>
    public int AtRiskDenominator { get; init; } = 1;

    /// <summary>Off-track threshold's numerator; null where the indicator has no such threshold (credits).</summary>
    public int? OffTrackNumerator { get; init; }

    /// <summary>Off-track threshold's denominator; default 1.</summary>
    public int OffTrackDenominator { get; init; } = 1;

    /// <summary>True when a threshold must be passed; false, the default: it is reached at equality.</summary>
    public bool Beyond { get; init; }

    /// <summary>True when it is judged only once the school year is over; until then it counts as kept. Default false.</summary>
    public bool AtYearEnd { get; init; }

    /// <summary>Below this there is not enough data: membership days for attendance, courses for marks, assignments for work in the LMS; unused otherwise. Default 0; range 0 … 366.</summary>
    public int MinimumEvidence { get; init; }
}
