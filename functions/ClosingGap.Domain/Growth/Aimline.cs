using ClosingGap.Domain.Statistics;

namespace ClosingGap.Domain.Growth;

/// <summary>The straight way from where a student began to the goal.</summary>
/// <param name="Baseline">The score at the start.</param>
/// <param name="BaselineWeek">The week of the start.</param>
/// <param name="Goal">The score to be reached.</param>
/// <param name="GoalWeek">The week by which it is to be reached; after the start.</param>
public sealed record Aimline(double Baseline, double BaselineWeek, double Goal, double GoalWeek)
{
    /// <summary>How many of the first probes make a baseline.</summary>
    private const int BaselineProbes = 3;

    /// <summary>The rate of improvement that the goal asks for, in score a week.</summary>
    public double Slope => (Goal - Baseline) / (GoalWeek - BaselineWeek);

    /// <summary>The score that the way asks for in a week.</summary>
    public double At(double week) => Baseline + (Slope * (week - BaselineWeek));

    /// <summary>
    /// The aimline whose baseline is the median of the first three probes, in the week of the middle one. Null with fewer, or when the goal's
    /// week is not after it.
    /// </summary>
    public static Aimline? From(IReadOnlyList<Observation> probes, double goal, double goalWeek)
    {
        ArgumentNullException.ThrowIfNull(probes);
        var first = probes.OrderBy(probe => probe.X).Take(BaselineProbes).ToArray();
        return first.Length < BaselineProbes || goalWeek <= first[1].X
            ? null
            : new Aimline(Medians.Of([.. first.Select(probe => probe.Y)]), first[1].X, goal, goalWeek);
    }
}
