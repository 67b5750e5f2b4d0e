using ClosingGap.Domain.Growth;
using ClosingGap.Domain.Statistics;
using FsCheck;
using FsCheck.Fluent;

namespace ClosingGap.Domain.Tests.Properties;

public sealed class GrowthProperties(ITestOutputHelper output)
{
    private static readonly Gen<(int Prior, int Current)[]> s_cohorts =
        from scores in Gen.ListOf(Gen.Zip(Gen.Choose(0, 40), Gen.Choose(0, 60)), 150)
        select scores.Select(score => (score.Item1, score.Item2)).ToArray();

    [Fact]
    public void Norm_GivesEachStudentOfTheCohortTheRankAmongThem_InAnyOrder() => PropertyCheck.Holds(
        output,
        s_cohorts,
        cohort =>
        {
            Observation[] scores = [.. cohort.OrderBy(score => score.Prior).ThenBy(score => score.Current).Select(score => new Observation(score.Prior, score.Current))];
            var norm = GrowthNorm.Of("c", cohort.Reverse().Select(score => new Observation(score.Prior, score.Current)), 100);
            if (GrowthPercentile.Of(scores) is not { } expected)
            {
                Assert.Null(norm);
                return;
            }

            Assert.Equal(expected, scores.Select(score => norm!.RankOf(Pair(score))));
            Assert.Null(GrowthNorm.Of("c", scores, 151));
        });

    private static GrowthPair Pair(Observation score) => new("f", "s", "03", "04", default, default, (int)score.X * 100, (int)score.Y * 100);
}
