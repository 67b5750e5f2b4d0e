using ClosingGap.Domain.Statistics;

namespace ClosingGap.Domain.Growth;

/// <summary>
/// How a cohort of a district grew: enough to tell each of its students the rank that <see cref="GrowthPercentile"/> gives, and no student's score.
/// </summary>
/// <param name="Cohort">Its name, see <see cref="GrowthPair.Cohort"/>.</param>
/// <param name="Students">How many students it has.</param>
/// <param name="Intercept">Of the straight line of the current on the prior score.</param>
/// <param name="Slope">Of that line.</param>
/// <param name="Ranks">The ranks that were given, ascending.</param>
/// <param name="From">For each of them the least residual that was given it.</param>
public sealed record GrowthNorm(
    string Cohort, int Students, double Intercept, double Slope, IReadOnlyList<int> Ranks, IReadOnlyList<double> From)
{
    private const double Hundred = 100;

    /// <summary>The norm of a cohort; null when it is too small, or all came from one score. The order of scores does not matter.</summary>
    /// <param name="cohort">Its name.</param>
    /// <param name="scores">x the prior, y the current score of each student.</param>
    /// <param name="minimumCohort">Fewer students than this give nothing.</param>
    public static GrowthNorm? Of(string cohort, IEnumerable<Observation> scores, int minimumCohort)
    {
        ArgumentNullException.ThrowIfNull(scores);
        Observation[] ordered = [.. scores.OrderBy(score => score.X).ThenBy(score => score.Y)];
        if (GrowthPercentile.Of(ordered, minimumCohort) is not { } ranks || LinearFit.Through(ordered) is not { } line)
        {
            return null;
        }

        var least = new SortedDictionary<int, double>();
        for (var i = 0; i < ranks.Length; i++)
        {
            var residual = GrowthPercentile.Residual(line, ordered[i]);
            least[ranks[i]] = least.TryGetValue(ranks[i], out var known) ? Math.Min(known, residual) : residual;
        }

        return new GrowthNorm(cohort, ordered.Length, line.Intercept, line.Slope, [.. least.Keys], [.. least.Values]);
    }

    /// <summary>The rank of a student of the cohort, 1 to 99.</summary>
    public int RankOf(GrowthPair pair)
    {
        ArgumentNullException.ThrowIfNull(pair);
        var residual = GrowthPercentile.Residual(
            new LinearFit(Slope, Intercept, Students, null, null), new Observation(pair.PriorHundredths / Hundred, pair.Hundredths / Hundred));
        var rank = Ranks[0];
        for (var i = 0; i < Ranks.Count && From[i] <= residual; i++)
        {
            rank = Ranks[i];
        }

        return rank;
    }
}
