using ClosingGap.Domain.Assessments;

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

    /// <summary>Of tests: the family, such as SAT; null for any.</summary>
    public string? Family { get; init; }

    /// <summary>Of tests: the subjects' names as exports call them, the first as sentences call it.</summary>
    public IReadOnlyList<string> Subjects { get; init; } = [];

    /// <summary>Of tests: the grades in which they were taken (CEDS codes); empty for any.</summary>
    public IReadOnlyList<string> TakenIn { get; init; } = [];

    /// <summary>Of tests: which attempt counts. Default: the best.</summary>
    public AttemptRule Attempt { get; init; }

    /// <summary>Of a course to be passed: SCED codes, or the district's own.</summary>
    public IReadOnlyList<string> Courses { get; init; } = [];

    /// <summary>Of a course to be passed: the grade by the end of which (01 … 12).</summary>
    public string? ByGrade { get; init; }

    /// <summary>Of graduation: 4, or 5 or 6 years from the first entry into grade 9. Default 4.</summary>
    public int Years { get; init; } = 4;

    /// <summary>Below this there is not enough data: membership days for attendance, courses for marks, assignments for work in the LMS; unused otherwise. Default 0; range 0 … 366.</summary>
    public int MinimumEvidence { get; init; }
}
