namespace ClosingGap.Domain.Growth;

/// <summary>The straight way to a goal on a test, and how a student's probes lie to it. Points of the test's own scale.</summary>
/// <param name="Goal">The score to be reached.</param>
/// <param name="By">By when.</param>
/// <param name="Baseline">Where the way begins: the median of the first three probes.</param>
/// <param name="PerWeek">The rate of improvement that the goal asks for.</param>
/// <param name="AskedNow">The score that the way asks for on the day of the last probe.</param>
/// <param name="PointRule">The latest probes all below the way, or all above it.</param>
/// <param name="TrendRule">The trend against the way's slope.</param>
public sealed record AssessmentAim(
    double Goal, DateOnly By, double Baseline, double PerWeek, double AskedNow, ProgressDecision PointRule, ProgressDecision TrendRule);
