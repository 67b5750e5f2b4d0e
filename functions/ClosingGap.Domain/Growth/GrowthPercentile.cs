using ClosingGap.Domain.Statistics;

namespace ClosingGap.Domain.Growth;

/// <summary>How a student's score stands among students who came from the same score.</summary>
public static class GrowthPercentile
{
    /// <summary>Students a cohort must have by default.</summary>
    public const int MinimumCohort = 100;

    /// <summary>
    /// The percentile rank (1 to 99) of each student's residual from a straight line of the current on the prior score: the conditional
    /// status percentile rank (Castellano and Ho, 2012), near to the quantile-regression percentile and content with fewer students. Ties
    /// share the middle of their ranks. It depends on the scale of the scores.
    /// </summary>
    /// <param name="scores">x the prior, y the current score of each student of one cohort, one test, one pair of years.</param>
    /// <param name="minimumCohort">Fewer students than this give nothing.</param>
    /// <returns>One rank for each student, in the order given; null when the cohort is too small, or all came from one score.</returns>
    public static int[]? Of(IReadOnlyList<Observation> scores, int minimumCohort = MinimumCohort)
    {
        ArgumentNullException.ThrowIfNull(scores);
        if (scores.Count < minimumCohort || LinearFit.Through(scores) is not { } line)
        {
            return null;
        }

        var residuals = new double[scores.Count];
        var places = new int[scores.Count];
        for (var i = 0; i < residuals.Length; i++)
        {
            residuals[i] = Residual(line, scores[i]);
            places[i] = i;
        }

        Array.Sort(residuals, places);
        var ranks = new int[residuals.Length];
        for (var begin = 0; begin < residuals.Length;)
        {
            var end = begin + 1;
            while (end < residuals.Length && residuals[end] == residuals[begin])
            {
                end++;
            }

            var rank = Math.Clamp((int)Math.Round(50d * (begin + end) / residuals.Length, MidpointRounding.AwayFromZero), 1, 99);
            for (; begin < end; begin++)
            {
                ranks[places[begin]] = rank;
            }
        }

        return ranks;
    }

    /// <summary>How far a score is above the line; rounded, so that equal scores are equally far.</summary>
    internal static double Residual(LinearFit line, Observation score) => Math.Round(score.Y - line.Intercept - (line.Slope * score.X), 9);
}
