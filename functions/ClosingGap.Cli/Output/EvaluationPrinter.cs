using System.Globalization;
using ClosingGap.Cli.Service;
using Spectre.Console;

namespace ClosingGap.Cli.Output;

/// <summary>Prints a check of rules for people.</summary>
internal sealed class EvaluationPrinter(CliContext context)
{
    private static readonly (string Title, bool IsFigure)[] s_columns =
        [("flagged from", false), ("flagged", true), ("precision", true), ("recall", true), ("false alarms", true), ("times chance", true)];

    public void Print(EvaluationStatus status, EvaluatedReport report, bool withSubgroups)
    {
        context.Out.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Rules as of {report.AsOf:yyyy-MM-dd} (school year {report.SchoolYear}, version {status.Version}); outcomes up to {report.OutcomesAsOf:yyyy-MM-dd} (school year {report.OutcomeSchoolYear}, version {status.OutcomeVersion})."));
        foreach (var outcome in report.Outcomes)
        {
            Print(outcome, withSubgroups);
        }

        context.Out.WriteLine("precision: of those flagged, who got into trouble. recall: of those who got into trouble, who had been flagged. false alarms: of those");
        context.Out.WriteLine("who were fine, who had been flagged. times chance: 1 is no better than drawing lots. In brackets the 95 % interval.");
    }

    private void Print(EvaluatedOutcome outcome, bool withSubgroups)
    {
        context.Out.WriteLine();
        context.Out.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{outcome.Outcome}: came to {outcome.Adverse:N0} of {outcome.Adverse + outcome.NotAdverse:N0} students; of {outcome.Students - outcome.Adverse - outcome.NotAdverse:N0} more it is not known."));
        if (outcome.Adverse + outcome.NotAdverse == 0)
        {
            return;
        }

        var rules = Tables.Create([("milestone", false), .. s_columns]);
        foreach (var rule in outcome.Rules)
        {
            rules.AddRow(Tables.Cells([rule.Milestone, Words(rule.FlaggedFrom), .. Cells(rule.Quality)]));
        }

        context.Console.Write(rules);
        if (withSubgroups)
        {
            PrintSubgroups(outcome);
        }

        var sweeps = Tables.Create([("indicator", false), ("from", true), .. s_columns[1..]]);
        foreach (var sweep in outcome.Sweeps)
        {
            foreach (var threshold in sweep.Thresholds)
            {
                sweeps.AddRow(Tables.Cells([sweep.Indicator, Amount(threshold, sweep.IsShare), .. Cells(threshold.Quality)]));
            }
        }

        context.Console.Write(sweeps);
    }

    private void PrintSubgroups(EvaluatedOutcome outcome)
    {
        var table = Tables.Create([("milestone", false), ("subgroup", false), .. s_columns, ("recall gap", true), ("false-alarm gap", true)]);
        foreach (var rule in outcome.Rules)
        {
            foreach (var subgroup in rule.Subgroups.Where(subgroup => !subgroup.TooFewToSay))
            {
                table.AddRow(Tables.Cells(
                    [rule.Milestone, subgroup.Group, Words(rule.FlaggedFrom), .. Cells(subgroup.Quality), Gap(subgroup.RecallGap), Gap(subgroup.FalseAlarmGap)]));
            }
        }

        context.Console.Write(table);
        context.Out.WriteLine("Gaps: all others less the subgroup. A recall gap above 0: the rule misses more of the subgroup. Subgroups too small to say are left out.");
    }

    private static object?[] Cells(EvaluatedQuality? quality) =>
        quality is null
            ? [null, null, null, null, null]
            : [quality.ShareFlagged?.Count, Rate(quality.Precision), Rate(quality.Recall), Rate(quality.FalseAlarmRate), quality.Lift?.ToString("0.0", CultureInfo.InvariantCulture)];

    private static string? Rate(EvaluatedRate? rate) =>
        rate is null ? null : string.Create(CultureInfo.InvariantCulture, $"{100 * rate.Share:0} % [{100 * rate.Low:0}–{100 * rate.High:0}]");

    private static string? Gap(EvaluatedGap? gap) =>
        gap is null ? null : string.Create(CultureInfo.InvariantCulture, $"{100 * gap.Difference:0} [{100 * gap.Low:0} to {100 * gap.High:0}]");

    private static string Words(string flaggedFrom) =>
        string.Equals(flaggedFrom, "AtRisk", StringComparison.OrdinalIgnoreCase) ? "at risk" : "off track";

    /// <summary>A share in percent, or an amount.</summary>
    private static string Amount(EvaluatedThreshold threshold, bool isShare) => isShare
        ? string.Create(CultureInfo.InvariantCulture, $"{100m * threshold.Numerator / threshold.Denominator:0.#} %")
        : string.Create(CultureInfo.InvariantCulture, $"{(decimal)threshold.Numerator / threshold.Denominator:0.##}");
}
