using ClosingGap.Domain.Roster;

namespace ClosingGap.Domain.Growth;

/// <summary>
/// How a student grew from one school year to the next among students of the district who took the same tests: of those who came from the same
/// score, so many in a hundred are now below. It judges nobody, and no milestone is made from it.
/// </summary>
/// <param name="Pair">The two scores.</param>
/// <param name="Percentile">1 to 99; null when too few took both tests.</param>
/// <param name="Students">Students of the cohort; 0 when they are too few.</param>
public sealed record AssessmentGrowth(GrowthPair Pair, int? Percentile, int Students)
{
    /// <summary>The growth of a student in each cohort, in the order of cohorts.</summary>
    public static IReadOnlyList<AssessmentGrowth> Of(IReadOnlyList<AssessmentResult> results, SchoolYearContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return
        [
            .. GrowthPair.Of(results, context).Select(pair =>
                context.GrowthNorms.TryGetValue(pair.Cohort, out var norm) ? new AssessmentGrowth(pair, norm.RankOf(pair), norm.Students) : new AssessmentGrowth(pair, null, 0)),
        ];
    }
}
