using System.Text.Json.Serialization;

namespace ClosingGap.Domain.Milestones;

/// <summary>
/// A rule that turns facts into a verdict. Thresholds are integer fractions. A share is compared with the fraction itself, an amount
/// (courses, days, grade points) with the fraction as a number: 3/1 days, 1/100 day. A definition either names one indicator itself or has parts.
/// </summary>
public sealed record MilestoneDefinition
{
    /// <summary>Lower-case letters, digits and hyphens, e.g. <c>chronic-absence</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Rises with every change of meaning; from 1.</summary>
    public required int Version { get; init; }

    /// <summary>What staff read.</summary>
    public required string Title { get; init; }

    /// <summary>The same in other languages, by code: <c>es</c>.</summary>
    public IReadOnlyDictionary<string, string> Titles { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The named set to which it belongs, such as <c>balfanz</c>; null for one that is chosen by its id alone.</summary>
    public string? Set { get; init; }

    /// <summary>One of <see cref="Indicators.IndicatorIds.OfMilestones"/>; blank where the definition has parts.</summary>
    public string Indicator { get; init; } = "";

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

    /// <summary>As <see cref="MilestonePart.AtYearEnd"/>. Default false.</summary>
    public bool AtYearEnd { get; init; }

    /// <summary>As <see cref="MilestonePart.MinimumEvidence"/>. Default 0; range 0 … 366.</summary>
    public int MinimumEvidence { get; init; }

    /// <summary>The conditions of a milestone that looks at several facts; empty where the definition names one indicator itself. At most eight.</summary>
    public IReadOnlyList<MilestonePart> Parts { get; init; } = [];

    /// <summary>CEDS grade codes for which it applies, ascending; empty for all. For credits the list is the path to graduation: each grade completed is worth an equal share.</summary>
    public IReadOnlyList<string> Grades { get; init; } = [];

    /// <summary>How heavily a student's need weighs in the order of a caseload. Default 1; range 0 … 10.</summary>
    public int Weight { get; init; } = 1;

    /// <summary>First as-of date on which it holds.</summary>
    public DateOnly EffectiveFrom { get; init; }

    /// <summary>Last as-of date on which it holds; null while it holds.</summary>
    public DateOnly? EffectiveTo { get; init; }

    /// <summary>The published source of the rule.</summary>
    public required string Source { get; init; }

    /// <summary>All conditions: its parts, or the one that the definition itself is.</summary>
    [JsonIgnore]
    public IReadOnlyList<MilestonePart> Conditions => Parts.Count > 0 ? Parts : [AsPart()];

    /// <summary>Whether it holds on that as-of date.</summary>
    public bool HoldsOn(DateOnly asOf) => EffectiveFrom <= asOf && (EffectiveTo is not { } to || asOf <= to);

    private MilestonePart AsPart() => new()
    {
        Indicator = Indicator,
        AtRiskNumerator = AtRiskNumerator,
        AtRiskDenominator = AtRiskDenominator,
        OffTrackNumerator = OffTrackNumerator,
        OffTrackDenominator = OffTrackDenominator,
        Beyond = Beyond,
        AtYearEnd = AtYearEnd,
        MinimumEvidence = MinimumEvidence,
    };
}
