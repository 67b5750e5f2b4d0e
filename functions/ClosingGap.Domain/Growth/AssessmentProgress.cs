using ClosingGap.Domain.Roster;
using ClosingGap.Domain.Settings;
using ClosingGap.Domain.Statistics;

namespace ClosingGap.Domain.Growth;

/// <summary>How a student's scores on one test moved in the school year, where it was taken three times or more. Points of the test's own scale.</summary>
/// <param name="Assessment">The test.</param>
/// <param name="Probes">Dated scores in the school year.</param>
/// <param name="From">The first of them.</param>
/// <param name="To">The last.</param>
/// <param name="TrendPerWeek">Theil–Sen slope: the trend, robust to one bad day.</param>
/// <param name="FitPerWeek">Least-squares slope, shown beside it.</param>
/// <param name="FitLow">Lower end of its 95 % interval.</param>
/// <param name="FitHigh">Upper end.</param>
/// <param name="IsTrend">Whether there is enough to speak of a trend (see <see cref="ProgressSettings"/>); false: insufficient data.</param>
public sealed record AssessmentProgress(
    string Assessment, int Probes, DateOnly From, DateOnly To, double TrendPerWeek, double FitPerWeek, double FitLow, double FitHigh, bool IsTrend)
{
    /// <summary>The goal that the district set for the test, and what follows for the student; null without one.</summary>
    public AssessmentAim? Aim { get; init; }

    private const int FewestProbes = 3;
    private const double DaysPerWeek = 7;
    private const int Decimals = 4;

    /// <summary>The progress on each test, in the order of identifiers; scores without a date, and those after the as-of date, are left out.</summary>
    /// <param name="results">The student's results, in any order.</param>
    /// <param name="context">The school year.</param>
    /// <param name="settings">How much there must be.</param>
    /// <param name="goals">The district's goals.</param>
    public static IReadOnlyList<AssessmentProgress> Of(
        IEnumerable<AssessmentResult> results, SchoolYearContext context, ProgressSettings settings, IReadOnlyList<ProgressGoal> goals)
    {
        ArgumentNullException.ThrowIfNull(goals);
        ArgumentNullException.ThrowIfNull(results);
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(settings);
        var progress = new List<AssessmentProgress>();
        foreach (var test in results
            .Where(result => result is { WasNotTested: false, ScoreHundredths: not null } && result.Date >= context.FirstDay && result.Date <= context.Through)
            .GroupBy(result => result.AssessmentIdentifier, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var (first, last) = (test.Min(result => result.Date!.Value), test.Max(result => result.Date!.Value));
            Observation[] probes = [.. test.Select(result => new Observation((result.Date!.Value.DayNumber - first.DayNumber) / DaysPerWeek, result.ScoreHundredths!.Value / 100d))];
            if (probes.Length < FewestProbes)
            {
                continue;
            }

            var goal = goals.FirstOrDefault(one => string.Equals(one.Assessment, test.Key, StringComparison.Ordinal));
            var by = goal?.By ?? context.LastDay;
            var aimline = goal is null ? null : Aimline.From(probes, goal.ScoreHundredths / 100d, (by.DayNumber - first.DayNumber) / DaysPerWeek);
            var found = Progress.Of(probes, aimline, settings);
            if (found is { Trend: { } trend, Fit: { } fit, FitSlope: { } interval })
            {
                progress.Add(new AssessmentProgress(
                    test.Key, probes.Length, first, last, Cut(trend.Slope), Cut(fit.Slope), Cut(interval.Low), Cut(interval.High),
                    probes.Length >= settings.TrendPoints && last.DayNumber - first.DayNumber >= settings.TrendWeeks * DaysPerWeek)
                {
                    Aim = aimline is null
                        ? null
                        : new AssessmentAim(aimline.Goal, by, aimline.Baseline, Cut(aimline.Slope), Cut(aimline.At((last.DayNumber - first.DayNumber) / DaysPerWeek)), found.PointRule, found.TrendRule),
                });
            }
        }

        return progress;
    }

    private static double Cut(double value) => Math.Round(value, Decimals, MidpointRounding.AwayFromZero);
}
