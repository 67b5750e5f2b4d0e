using ClosingGap.Domain.Statistics;

namespace ClosingGap.Domain.Growth;

/// <summary>A student's probes over some weeks, and what the usual rules say of them.</summary>
/// <param name="Trend">Theil–Sen through the probes: the trend; null with too few for a line.</param>
/// <param name="Fit">Least squares through the probes, shown beside the trend; null with too few.</param>
/// <param name="FitSlope">The interval of the least-squares slope; null with fewer than three probes.</param>
/// <param name="PointRule">The latest probes against the aimline.</param>
/// <param name="TrendRule">The trend against the aimline's slope.</param>
public sealed record Progress(MedianLine? Trend, LinearFit? Fit, Interval? FitSlope, ProgressDecision PointRule, ProgressDecision TrendRule)
{
    /// <summary>
    /// Reads probes against an aimline. Point rule: the latest probes all below the line ask for other instruction, all above it for a
    /// higher goal. Trend rule: the Theil–Sen slope against the aimline's; where the least-squares interval covers the aimline's slope, the
    /// two cannot be told apart and the instruction goes on.
    /// </summary>
    /// <param name="probes">Week and score, in any order.</param>
    /// <param name="aimline">The way to the goal; null: both rules lack their data.</param>
    /// <param name="settings">How much there must be.</param>
    public static Progress Of(IReadOnlyList<Observation> probes, Aimline? aimline, ProgressSettings settings)
    {
        ArgumentNullException.ThrowIfNull(probes);
        ArgumentNullException.ThrowIfNull(settings);
        Observation[] ordered = [.. probes.OrderBy(probe => probe.X).ThenBy(probe => probe.Y)];
        var trend = MedianLine.TheilSen(ordered);
        var fit = LinearFit.Through(ordered);
        var interval = fit?.SlopeInterval();
        return new Progress(trend, fit, interval, Points(ordered, aimline, settings), Slopes(ordered, trend, interval, aimline, settings));
    }

    private static ProgressDecision Points(Observation[] probes, Aimline? aimline, ProgressSettings settings)
    {
        if (aimline is null || probes.Length < settings.ConsecutivePoints)
        {
            return ProgressDecision.InsufficientData;
        }

        var latest = probes.AsSpan(probes.Length - settings.ConsecutivePoints);
        var (below, above) = (0, 0);
        foreach (var (week, score) in latest)
        {
            below += score < aimline.At(week) ? 1 : 0;
            above += score > aimline.At(week) ? 1 : 0;
        }

        return below == latest.Length ? ProgressDecision.ChangeInstruction
            : above == latest.Length ? ProgressDecision.RaiseGoal
            : ProgressDecision.Continue;
    }

    private static ProgressDecision Slopes(
        Observation[] probes, MedianLine? trend, Interval? interval, Aimline? aimline, ProgressSettings settings)
    {
        if (aimline is null || trend is null || interval is null
            || probes.Length < settings.TrendPoints || probes[^1].X - probes[0].X < settings.TrendWeeks)
        {
            return ProgressDecision.InsufficientData;
        }

        return interval.Value.Covers(aimline.Slope) ? ProgressDecision.Continue
            : trend.Value.Slope < aimline.Slope ? ProgressDecision.ChangeInstruction
            : ProgressDecision.RaiseGoal;
    }
}
