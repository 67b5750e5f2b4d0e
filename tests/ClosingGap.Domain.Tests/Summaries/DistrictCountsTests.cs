using System.Text.Json;
using ClosingGap.Domain.Groups;
using ClosingGap.Domain.Roster;
using ClosingGap.Domain.Settings;
using ClosingGap.Domain.Summaries;
using ClosingGap.Domain.Tests.Properties;
using ClosingGap.Domain.Verdicts;
using FsCheck;
using FsCheck.Fluent;

namespace ClosingGap.Domain.Tests.Summaries;

public sealed class DistrictCountsTests(ITestOutputHelper output)
{
    [Fact]
    public void MergingShards_EqualsCountingAtOnce() => PropertyCheck.Holds(
        output,
        from context in Scenario.Contexts
        from students in Gen.ListOf(Scenario.Students, 12)
        from shards in Gen.ArrayOf(Gen.Choose(0, 3), 12)
        from order in Gen.Shuffle(new[] { 0, 1, 2, 3 })
        select (context, students, shards, order),
        c =>
        {
            var results = c.students.Select(s => StudentAssessment.Assess(s, c.context, VerdictSettings.Default, Given.Milestones)).ToList();
            var parts = new[] { new DistrictCounts(), new DistrictCounts(), new DistrictCounts(), new DistrictCounts() };
            var whole = new DistrictCounts();
            for (var i = 0; i < results.Count; i++)
            {
                whole.Add(results[i]);
                parts[c.shards[i]].Add(results[i]);
            }

            // ((a + b) + (c + d)) in any order, through JSON and back.
            var left = Merged(parts[c.order[0]], parts[c.order[1]]);
            var right = Merged(parts[c.order[2]], parts[c.order[3]]);
            Assert.Equal(Json(whole), Json(Merged(Back(left), Back(right))));
        },
        count: 60);

    [Fact]
    public void TransferredStudent_CountsOnceInTheDistrictAndOnceInEachSchool()
    {
        var record = Given.Member(Given.AbsentOn([1, 2, 3, 4])) with
        {
            Memberships = [new(Given.School, Given.FirstDay, Given.Day(21)), new(Given.OtherSchool, Given.Day(21))],
            Attempts = [new(2026, CourseAttemptResult.Fail, 100, 0), new(2026, CourseAttemptResult.Pass, 100, 100)],
            Discipline = [new(DisciplineKind.OutOfSchoolSuspension, Given.Day(3), 150, null)],
        };
        var student = Given.Student(record) with { Demographics = new Demographics(Sex.Male, RaceFlags.White, false) };
        var counts = new DistrictCounts();
        counts.Add(StudentAssessment.Assess(student, Given.Year(100), VerdictSettings.Default, Given.Milestones));

        Assert.Equal((1L, 1L, 1L), (counts.Total.Students, counts.Total.Active, counts.Total.Attendance.Satisfactory));
        Assert.Equal((200L, 8L), (counts.Total.Attendance.MemberHalfDays, counts.Total.Attendance.AbsentHalfDays));
        Assert.Equal((2L, 1L, 150L), (counts.Total.CourseAttempts, counts.Total.CourseAttemptsFailed, counts.Total.OutOfSchoolSuspensionHundredths));
        Assert.Equal(1, counts.Groups["race:White"].Students);
        Assert.Equal(1, counts.Groups["grade:09"].Milestones["suspensions"].AtRisk);

        var first = counts.Schools[Given.School];
        var second = counts.Schools[Given.OtherSchool];
        Assert.Equal((1L, 0L, 1L, 100), (first.Total.Students, first.Total.Active, first.Total.Attendance.Chronic, first.InstructionalDays));
        Assert.Equal((1L, 1L, 1L), (second.Total.Students, second.Total.Active, second.Total.Attendance.None));
        Assert.Equal((40L, 8L, 160L, 0L), (first.Total.Attendance.MemberHalfDays, first.Total.Attendance.AbsentHalfDays, second.Total.Attendance.MemberHalfDays, second.Total.Attendance.AbsentHalfDays));
        Assert.Equal(1, first.Groups["sex:male"].Attendance.Chronic);
    }

    [Fact]
    public void GroupsOfADimension_AddUpToTheTotal() => PropertyCheck.Holds(
        output,
        from context in Scenario.Contexts
        from students in Gen.ListOf(Scenario.Students, 10)
        select (context, students),
        c =>
        {
            var counts = new DistrictCounts();
            foreach (var student in c.students)
            {
                counts.Add(StudentAssessment.Assess(student, c.context, VerdictSettings.Default, Given.Milestones));
            }

            foreach (var dimension in counts.Groups.GroupBy(g => g.Key.Split(':')[0], g => g.Value).Where(d => GroupDimensions.Find(d.Key)!.IsPartition))
            {
                Assert.Equal(counts.Total.Students, dimension.Sum(t => t.Students));
                Assert.Equal(counts.Total.Attendance.AbsentHalfDays, dimension.Sum(t => t.Attendance.AbsentHalfDays));
            }

            var attendance = counts.Total.Attendance;
            Assert.Equal(counts.Total.Students, attendance.NotMeasured + attendance.None + attendance.Satisfactory + attendance.AtRisk + attendance.Chronic);
        },
        count: 60);

    [Fact]
    public void StudentWithoutASchool_CountsNowhere()
    {
        var counts = new DistrictCounts();
        counts.Add(Given.Assess(Given.Member() with { Memberships = [] }, Given.Year(100)));

        Assert.Equal(Json(new DistrictCounts()), Json(counts));
    }

    private static DistrictCounts Merged(DistrictCounts one, DistrictCounts other)
    {
        var sum = Back(one);
        sum.Merge(other);
        return sum;
    }

    private static DistrictCounts Back(DistrictCounts counts) => JsonSerializer.Deserialize<DistrictCounts>(Json(counts))!;

    private static string Json(DistrictCounts counts) => JsonSerializer.Serialize(counts);
}
