namespace ClosingGap.Domain.Milestones;

/// <summary>
/// A rule that turns a fact into a verdict. Thresholds are integer fractions and are reached at equality: a value at the
/// off-track threshold is off track. A rate is compared with the fraction itself, an amount (courses, days) with the fraction
/// as a number: 3/1 days, 1/100 day.
/// </summary>
public sealed record MilestoneDefinition
{
    /// <summary>Lower-case letters, digits and hyphens, e.g. <c>chronic-absence</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Rises with every change of meaning; from 1.</summary>
    public required int Version { get; init; }

    /// <summary>What staff read.</summary>
    public required string Title { get; init; }

    /// <summary>One of <see cref="Indicators.IndicatorIds.OfMilestones"/>.</summary>
    public required string Indicator { get; init; }

    /// <summary>At-risk threshold's numerator; null where the indicator has no such threshold (credits).</summary>
    public int? AtRiskNumerator { get; init; }

    /// <summary>At-risk threshold's denominator; default 1.</summary>
    public int AtRiskDenominator { get; init; } = 1;

    /// <summary>Off-track threshold's numerator; null where the indicator has no such threshold (credits).</summary>
    public int? OffTrackNumerator { get; init; }

    /// <summary>Off-track threshold's denominator; default 1.</summary>
    public int OffTrackDenominator { get; init; } = 1;

    /// <summary>Below this there is not enough data: membership days for attendance, graded classes for courses, assignments for work in the LMS; unused otherwise. Default 0; range 0 … 366.</summary>
    public int MinimumEvidence { get; init; }

    /// <summary>CEDS grade codes for which it applies, ascending; empty for all. For credits the list is the path to graduation: each grade completed is worth an equal share.</summary>
    public IReadOnlyList<string> Grades { get; init; } = [];

    /// <summary>First as-of date on which it holds.</summary>
    public DateOnly EffectiveFrom { get; init; }

    /// <summary>Last as-of date on which it holds; null while it holds.</summary>
    public DateOnly? EffectiveTo { get; init; }

    /// <summary>The published source of the rule.</summary>
    public required string Source { get; init; }

    /// <summary>Whether it holds on that as-of date.</summary>
    public bool HoldsOn(DateOnly asOf) => EffectiveFrom <= asOf && (EffectiveTo is not { } to || asOf <= to);
}
