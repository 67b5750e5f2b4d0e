using ClosingGap.Domain.Roster;
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
    private const int FewestProbes = 3;
    private const double DaysPerWeek = 7;
    private const int Decimals = 4;

    /// <summary>The progress on each test, in the order of identifiers; scores without a date, and those after the as-of date, are left out.</summary>
    public static IReadOnlyList<AssessmentProgress> Of(IEnumerable<AssessmentResult> results, SchoolYearContext context, ProgressSettings settings)
    {
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

            var found = Progress.Of(probes, null, settings);
            if (found is { Trend: { } trend, Fit: { } fit, FitSlope: { } interval })
            {
                progress.Add(new AssessmentProgress(
                    test.Key, probes.Length, first, last, Cut(trend.Slope), Cut(fit.Slope), Cut(interval.Low), Cut(interval.High),
                    probes.Length >= settings.TrendPoints && last.DayNumber - first.DayNumber >= settings.TrendWeeks * DaysPerWeek));
            }
        }

        return progress;
    }

    private static double Cut(double value) => Math.Round(value, Decimals, MidpointRounding.AwayFromZero);
}
