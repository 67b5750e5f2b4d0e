using ClosingGap.Domain.Statistics;

namespace ClosingGap.Domain.Evaluation;

/// <summary>
/// How well a rule told beforehand what came, for a district that judges its thresholds. Each rate has its interval in
/// <see cref="Rate.Wilson"/>, and is null when there is nobody to form it of: null is not 0.
/// </summary>
/// <param name="Counts">The counts it is made from.</param>
public readonly record struct RuleQuality(ConfusionCounts Counts)
{
    /// <summary>Of the students we flagged, how many did get into trouble? When it is low, staff spend their time on students who would have been fine.</summary>
    public Rate? Precision => Of(Counts.TruePositives, Counts.Flagged);

    /// <summary>Of the students who got into trouble, how many had we flagged? When it is low, the rule misses the students it is made for.</summary>
    public Rate? Recall => Of(Counts.TruePositives, Counts.Adverse);

    /// <summary>Of the students who were fine, how many had we flagged all the same? It is what the rule costs those who did not need it.</summary>
    public Rate? FalseAlarmRate => Of(Counts.FalsePositives, Counts.NotAdverse);

    /// <summary>Of all students checked, how many did we flag? It is the caseload: hold it against the staff there is.</summary>
    public Rate? ShareFlagged => Of(Counts.Flagged, Counts.Counted);

    /// <summary>Of all students checked, how many got into trouble, flagged or not? A rule must do better than this to be of use.</summary>
    public Rate? BaseRate => Of(Counts.Adverse, Counts.Counted);

    /// <summary>
    /// How many times as often trouble came to flagged students as to all: precision by base rate. 1 is no better than drawing lots, 2 is
    /// twice as good. Null when nobody was flagged or nobody got into trouble. It is no share and has no Wilson interval.
    /// </summary>
    public double? Lift => Precision is { } precision && BaseRate is { Count: > 0 } baseRate ? precision.Share / baseRate.Share : null;

    private static Rate? Of(long count, long of) => of == 0 ? null : new Rate(count, of);
}
