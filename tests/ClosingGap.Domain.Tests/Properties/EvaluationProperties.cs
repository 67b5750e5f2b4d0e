using ClosingGap.Domain.Evaluation;
using ClosingGap.Domain.Milestones;
using FsCheck;
using FsCheck.Fluent;
using Outcome = ClosingGap.Domain.Evaluation.Outcome;

namespace ClosingGap.Domain.Tests.Properties;

public sealed class EvaluationProperties(ITestOutputHelper output)
{
    private static readonly DateOnly AsOf = new(2023, 6, 1);
    private static readonly FlagRule Rule = new("chronic-absence", 1, VerdictStatus.AtRisk);

    private static readonly Gen<ConfusionCounts> Counts =
        from n in Gen.ArrayOf(Gen.Choose(0, 1_000_000), 7)
        select new ConfusionCounts(n[0], n[1], n[2], n[3], n[4], n[5], n[6]);

    private static readonly Gen<Fraction> Fractions =
        from denominator in Gen.Choose(1, 40)
        from numerator in Gen.Choose(0, denominator + 2)
        select new Fraction(numerator, denominator);

    private static readonly Gen<SweepStudent> SweepStudents =
        from value in Fractions
        from measured in Gen.Choose(0, 9)
        from outcome in Gen.Elements(Enum.GetValues<OutcomeClass>())
        select new SweepStudent(measured == 0 ? null : value, outcome);

    private static readonly Gen<EvaluatedStudent> Students =
        from status in Gen.Elements(Enum.GetValues<VerdictStatus>())
        from kind in Gen.Elements(Enum.GetValues<OutcomeKind>())
        from race in Gen.Elements("race:Asian", "race:White", "race:Unknown")
        select new EvaluatedStudent("", [new Flag(Rule, AsOf, status)], new Outcome(kind, AsOf.AddDays(1)), [race]);

    [Fact]
    public void Merge_IsAssociativeCommutativeAndHasANeutralElement() => PropertyCheck.Holds(
        output,
        from a in Counts
        from b in Counts
        from c in Counts
        select (a, b, c),
        t =>
        {
            Assert.Equal(t.a.Merge(t.b).Merge(t.c), t.a.Merge(t.b.Merge(t.c)));
            Assert.Equal(t.a.Merge(t.b), t.b.Merge(t.a));
            Assert.Equal(t.a, t.a.Merge(default));
            Assert.Equal(t.a.Counted + t.b.Counted, t.a.Merge(t.b).Counted);
            Assert.Equal(t.a.NotCounted + t.b.NotCounted, t.a.Merge(t.b).NotCounted);
        });

    [Fact]
    public void Sweep_EqualsCountingAnewForEachThreshold() => PropertyCheck.Holds(
        output,
        from students in Gen.ListOf(SweepStudents)
        from thresholds in Gen.ListOf(Fractions)
        select (students: students.ToArray(), thresholds: thresholds.ToArray()),
        c =>
        {
            var expected = c.thresholds.Select(threshold => new ThresholdCounts(threshold, Recount(c.students, threshold)));

            Assert.Equal(expected, ThresholdSweep.Of(c.students, c.thresholds));
        });

    [Fact]
    public void Evaluation_CountsEachStudentOnceInAllAndOnceInItsGroup() => PropertyCheck.Holds(
        output,
        Gen.NonEmptyListOf(Students),
        list =>
        {
            var students = list.Select((student, index) => student with { StudentKey = $"s{index}" }).ToArray();
            var all = Evaluate(students);
            var half = students.Length / 2;

            Assert.Equal(students.Length, all.Counts.Counted + all.Counts.NotCounted);
            Assert.Equal(all.Counts, all.Subgroups.Aggregate(default(ConfusionCounts), (sum, subgroup) => sum.Merge(subgroup.Counts)));
            Assert.All(all.Subgroups, subgroup => Assert.Equal(all.Counts, subgroup.Counts.Merge(subgroup.Others)));
            if (half > 0)
            {
                Assert.Equal(all.Counts, Evaluate(students[half..]).Counts.Merge(Evaluate(students[..half]).Counts));
            }
        });

    [Fact]
    public void Tally_OfShards_EqualsThatOfAllAtOnce() => PropertyCheck.Holds(
        output,
        from list in Gen.ListOf(Students)
        from shards in Gen.Choose(1, 4)
        select (students: list.ToArray(), shards),
        c =>
        {
            var merged = new EvaluationTally(OutcomeDefinition.NotGraduating);
            for (var shard = c.shards - 1; shard >= 0; shard--)
            {
                merged.Merge(Tally(c.students.Where((_, index) => index % c.shards == shard)).ToCounts());
            }

            Assert.Equivalent(Tally(c.students).ToCounts(), merged.ToCounts(), strict: true);
        });

    [Fact]
    public void Sweep_OfTwoHalves_EqualsThatOfAll() => PropertyCheck.Holds(
        output,
        from students in Gen.ListOf(SweepStudents)
        from thresholds in Gen.ListOf(Fractions)
        select (students: students.ToArray(), thresholds: thresholds.ToArray()),
        c => Assert.Equal(
            ThresholdSweep.Of(c.students, c.thresholds),
            ThresholdSweep.Merge(ThresholdSweep.Of(c.students[(c.students.Length / 2)..], c.thresholds), ThresholdSweep.Of(c.students[..(c.students.Length / 2)], c.thresholds))));

    [Fact]
    public void Evaluation_WithOtherGroups_CountsTheSameOverall() => PropertyCheck.Holds(
        output,
        Gen.NonEmptyListOf(Students),
        list =>
        {
            var students = list.Select((student, index) => student with { StudentKey = $"s{index}" }).ToArray();

            Assert.Equal(Evaluate(students).Counts, Evaluate([.. students.Select(student => student with { Groups = [] })]).Counts);
        });

    private static RuleEvaluation Evaluate(EvaluatedStudent[] students) =>
        Assert.Single(RuleEvaluation.Of(students, OutcomeDefinition.NotGraduating, EvaluationSettings.Default));

    private static EvaluationTally Tally(IEnumerable<EvaluatedStudent> students)
    {
        var tally = new EvaluationTally(OutcomeDefinition.NotGraduating);
        foreach (var student in students)
        {
            tally.Add(student);
        }

        return tally;
    }

    private static ConfusionCounts Recount(SweepStudent[] students, Fraction threshold)
    {
        int Of(bool flagged, OutcomeClass outcome) => students.Count(student => student.Value is { } value && student.Outcome == outcome
            && value.Numerator * threshold.Denominator >= threshold.Numerator * value.Denominator == flagged);

        return new ConfusionCounts(
            Of(true, OutcomeClass.Adverse), Of(true, OutcomeClass.NotAdverse), Of(false, OutcomeClass.Adverse), Of(false, OutcomeClass.NotAdverse), 0,
            students.Count(student => student.Value is null),
            Of(true, OutcomeClass.NotCounted) + Of(false, OutcomeClass.NotCounted));
    }
}
