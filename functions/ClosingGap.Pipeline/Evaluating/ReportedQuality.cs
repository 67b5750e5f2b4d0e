using ClosingGap.Domain.Evaluation;

namespace ClosingGap.Pipeline.Evaluating;

/// <summary>How well a rule told beforehand what came; see <see cref="RuleQuality"/>. A rate of nobody is left out.</summary>
/// <param name="Precision">Of those flagged, those who got into trouble.</param>
/// <param name="Recall">Of those who got into trouble, those flagged.</param>
/// <param name="FalseAlarmRate">Of those who were fine, those flagged all the same.</param>
/// <param name="ShareFlagged">Of all checked, those flagged.</param>
/// <param name="BaseRate">Of all checked, those who got into trouble.</param>
/// <param name="Lift">Precision by base rate: 1 is no better than drawing lots.</param>
public sealed record ReportedQuality(
    ReportedRate? Precision, ReportedRate? Recall, ReportedRate? FalseAlarmRate, ReportedRate? ShareFlagged, ReportedRate? BaseRate, double? Lift)
{
    internal static ReportedQuality From(RuleQuality quality) => new(
        ReportedRate.From(quality.Precision),
        ReportedRate.From(quality.Recall),
        ReportedRate.From(quality.FalseAlarmRate),
        ReportedRate.From(quality.ShareFlagged),
        ReportedRate.From(quality.BaseRate),
        quality.Lift is { } lift ? Math.Round(lift, 2, MidpointRounding.ToEven) : null);
}
