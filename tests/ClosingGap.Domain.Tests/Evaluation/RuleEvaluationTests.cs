using ClosingGap.Domain.Evaluation;
using ClosingGap.Domain.Milestones;

namespace ClosingGap.Domain.Tests.Evaluation;

public sealed class RuleEvaluationTests
{
    private static readonly DateOnly AsOf = new(2023, 6, 1);
    private static readonly FlagRule Rule = new("chronic-absence", 1, VerdictStatus.OffTrack);
    private int made;

    [Fact]
    public void Of_ASubgroupAndAllOthers_HasTheNewcombeIntervalsOfItsGaps()
    {
        // Recall 48/80 and false alarms 3/10 in the subgroup, 56/70 and 9/10 elsewhere: Newcombe's published examples.
        var result = Evaluate([
            .. Students(48, VerdictStatus.OffTrack, OutcomeKind.DroppedOut, "race:Asian"),
            .. Students(32, VerdictStatus.OnTrack, OutcomeKind.DroppedOut, "race:Asian"),
            .. Students(3, VerdictStatus.OffTrack, OutcomeKind.Graduated, "race:Asian"),
            .. Students(7, VerdictStatus.OnTrack, OutcomeKind.Graduated, "race:Asian"),
            .. Students(56, VerdictStatus.OffTrack, OutcomeKind.DroppedOut, "race:White"),
            .. Students(14, VerdictStatus.OnTrack, OutcomeKind.DroppedOut, "race:White"),
            .. Students(9, VerdictStatus.OffTrack, OutcomeKind.Graduated),
            .. Students(1, VerdictStatus.OnTrack, OutcomeKind.Graduated)]);
        Assert.Equal(["race:Asian", "race:White"], result.Subgroups.Select(s => s.Group));
        var (recall, falseAlarms) = (result.Subgroups[0].RecallGap!.Value, result.Subgroups[0].FalseAlarmGap!.Value);
        Assert.Equal((.200, .0524, .3339), (Math.Round(recall.Estimate, 3), Math.Round(recall.Low, 4), Math.Round(recall.High, 4)));
        Assert.Equal((.600, .1705, .8090), (Math.Round(falseAlarms.Estimate, 3), Math.Round(falseAlarms.Low, 4), Math.Round(falseAlarms.High, 4)));
        Assert.Equal(new ConfusionCounts(104, 12, 46, 8, 0, 0, 0), result.Counts);
        Assert.Equal(new ConfusionCounts(48, 3, 32, 7, 0, 0, 0), result.Subgroups[0].Counts);
    }

    [Theory]
    [InlineData(10, 0, 10, false)]
    [InlineData(9, 1, 10, true)]
    [InlineData(5, 5, 10, true)]
    [InlineData(5, 5, 5, false)]
    public void IsTooFewToSay_AtTheMinimum_IsFalse(int flaggedAdverse, int missedAdverse, int minimum, bool expected)
    {
        var settings = new EvaluationSettings { MinimumStudents = minimum };
        var result = Evaluate(
            [.. Students(flaggedAdverse, VerdictStatus.OffTrack, OutcomeKind.DroppedOut, "a:b"), .. Students(missedAdverse, VerdictStatus.Met, OutcomeKind.DroppedOut, "a:b")], settings);
        Assert.Equal(expected, Assert.Single(result.Subgroups).IsTooFewToSay);
    }

    [Fact]
    public void IsTooFewToSay_WithManyFlaggedButFewAdverse_IsTrue() => Assert.True(Assert.Single(Evaluate(
        [.. Students(9, VerdictStatus.OffTrack, OutcomeKind.DroppedOut, "a:b"), .. Students(50, VerdictStatus.OffTrack, OutcomeKind.Graduated, "a:b")]).Subgroups).IsTooFewToSay);

    [Fact]
    public void Gaps_OfAGroupOfEverybody_AreNone()
    {
        var subgroup = Assert.Single(Evaluate(Students(20, VerdictStatus.OffTrack, OutcomeKind.DroppedOut, "a:b")).Subgroups);
        Assert.Equal(default, subgroup.Others);
        Assert.Null(subgroup.RecallGap);
        Assert.Null(subgroup.FalseAlarmGap);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(101)]
    public void MinimumStudents_OutsideTheRange_IsRefused(int minimum) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new EvaluationSettings { MinimumStudents = minimum });

    [Fact]
    public void MinimumStudents_ByDefault_IsTenAndReachesFiveAndAHundred() => Assert.Equal(
        (10, 5, 100),
        (EvaluationSettings.Default.MinimumStudents, new EvaluationSettings { MinimumStudents = 5 }.MinimumStudents, new EvaluationSettings { MinimumStudents = 100 }.MinimumStudents));

    [Fact]
    public void Of_AStudentGivenTwice_IsRefusedWithoutNamingTheStudent()
    {
        var student = new EvaluatedStudent("key-of-a-student", [], null, []);
        var error = Assert.Throws<ArgumentException>(() => RuleEvaluation.Of([student, student], OutcomeDefinition.NotGraduating, EvaluationSettings.Default));
        Assert.DoesNotContain("key-of-a-student", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_SeveralFlagsOfARule_TakesTheEarliestWithAVerdictAndOfThatDateTheWorst()
    {
        Flag[] flags =
        [
            new(Rule, AsOf.AddDays(9), VerdictStatus.Met),
            new(Rule, AsOf, VerdictStatus.NotEnoughData),
            new(Rule, AsOf.AddDays(2), VerdictStatus.OffTrack),
            new(Rule, AsOf.AddDays(2), VerdictStatus.OnTrack),
        ];
        var counts = Evaluate([new EvaluatedStudent("s", flags, new Outcome(OutcomeKind.DroppedOut, AsOf.AddYears(1)), ["a:b", "a:b"])]);
        Assert.Equal(new ConfusionCounts { TruePositives = 1 }, counts.Counts);
        Assert.Equal(new ConfusionCounts { TruePositives = 1 }, Assert.Single(counts.Subgroups).Counts);
    }

    [Fact]
    public void Of_FlagsWithoutAnyVerdict_SaysNotEnoughDataBeforeNotApplicable()
    {
        Flag[] flags = [new(Rule, AsOf, VerdictStatus.NotApplicable), new(Rule, AsOf.AddDays(1), VerdictStatus.NotEnoughData)];
        Assert.Equal(new ConfusionCounts { NotEnoughData = 1 }, Evaluate([new EvaluatedStudent("s", flags, null, [])]).Counts);
    }

    [Fact]
    public void Of_SeveralRules_KeepsThemApartInOrder()
    {
        var (wider, newer) = (new FlagRule("chronic-absence", 1, VerdictStatus.AtRisk), new FlagRule("chronic-absence", 2, VerdictStatus.AtRisk));
        Flag[] flags = [new(newer, AsOf, VerdictStatus.Met), new(Rule, AsOf, VerdictStatus.AtRisk), new(wider, AsOf, VerdictStatus.AtRisk)];
        var results = RuleEvaluation.Of(
            [new EvaluatedStudent("s", flags, new Outcome(OutcomeKind.DroppedOut, AsOf.AddDays(1)), [])], OutcomeDefinition.NotGraduating, EvaluationSettings.Default);
        Assert.Equal([wider, Rule, newer], results.Select(result => result.Rule));
        Assert.Equal([1L, 0L, 0L], results.Select(result => result.Counts.TruePositives));
    }

    private static RuleEvaluation Evaluate(IEnumerable<EvaluatedStudent> students, EvaluationSettings? settings = null) =>
        Assert.Single(RuleEvaluation.Of(students, OutcomeDefinition.NotGraduating, settings ?? EvaluationSettings.Default));

    private EvaluatedStudent[] Students(int count, VerdictStatus status, OutcomeKind kind, params string[] groups) =>
        [.. Enumerable.Range(0, count).Select(_ => new EvaluatedStudent($"s{made++}", [new Flag(Rule, AsOf, status)], new Outcome(kind, AsOf.AddYears(1)), groups))];
}
