using ClosingGap.Domain.Assessments;
using ClosingGap.Domain.Roster;

namespace ClosingGap.Domain.Tests.Assessments;

public sealed class AttemptsTests
{
    private static readonly AssessmentResult s_first = new("SAT", new DateOnly(2025, 10, 1), ScoreHundredths: 50_000);
    private static readonly AssessmentResult s_best = new("SAT", new DateOnly(2025, 12, 1), ScoreHundredths: 56_000);
    private static readonly AssessmentResult s_latest = new("SAT", new DateOnly(2026, 3, 1), ScoreHundredths: 54_000);
    private static readonly AssessmentResult s_absent = new("SAT", new DateOnly(2026, 4, 1), ScoreHundredths: 80_000, WasNotTested: true);
    private static readonly AssessmentResult s_blank = new("SAT", new DateOnly(2026, 5, 1));

    [Theory]
    [InlineData(AttemptRule.Best, 56_000)]
    [InlineData(AttemptRule.First, 50_000)]
    [InlineData(AttemptRule.Latest, 54_000)]
    public void Choose_InAnyOrder_GivesTheDeclaredAttempt(AttemptRule rule, int score)
    {
        AssessmentResult[] rows = [s_first, s_best, s_latest, s_absent, s_blank];
        for (var turn = 0; turn < rows.Length; turn++)
        {
            rows = [.. rows.Skip(1), rows[0]];
            var chosen = Attempts.Choose(rows, rule);

            Assert.Equal((score, 3), (chosen!.Value.Result.ScoreHundredths, chosen.Value.Count));
        }
    }

    [Fact]
    public void Choose_WithoutAnAttempt_IsNothing() => Assert.Null(Attempts.Choose([s_absent, s_blank], AttemptRule.Best));

    [Fact]
    public void Choose_LevelMet_OutweighsAHigherScore()
    {
        var met = new AssessmentResult("A", null, ScoreHundredths: 100, LevelMet: true);

        Assert.Equal(met, Attempts.Choose([new("B", null, ScoreHundredths: 900, LevelMet: false), met], AttemptRule.Best)!.Value.Result);
    }
}
