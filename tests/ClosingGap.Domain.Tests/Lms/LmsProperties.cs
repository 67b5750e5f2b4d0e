using System.Text.Json;
using ClosingGap.Domain.Indicators;
using ClosingGap.Domain.Lms;
using ClosingGap.Domain.Tests.Properties;
using FsCheck;
using FsCheck.Fluent;

namespace ClosingGap.Domain.Tests.Lms;

public sealed class LmsProperties(ITestOutputHelper output)
{
    private static readonly string[] s_assignments = [.. Enumerable.Range(1, 8).Select(number => $"a{number}")];

    private static Gen<DateTime> Times =>
        from days in Gen.Choose(-2, 260)
        from minutes in Gen.Elements(0, 1, 1439)
        select GivenLms.FirstDay.ToDateTime(TimeOnly.MinValue).AddDays(days).AddMinutes(minutes);

    private static Gen<DateTime?> MaybeTimes => from time in Times from given in Gen.Elements(true, true, false) select given ? time : (DateTime?)null;

    private static Gen<string> Sections => Gen.Elements(GivenLms.Section, GivenLms.Other, GivenLms.Left, "unknown");

    private static Gen<LmsSubmission> Submissions =>
        from assignment in Gen.Elements(s_assignments)
        from status in Gen.Elements(Enum.GetValues<LmsSubmissionStatus>())
        from time in MaybeTimes
        select new LmsSubmission(assignment, status, time);

    private static Gen<LmsYear> Years =>
        from due in Gen.ArrayOf(MaybeTimes, s_assignments.Length)
        from sections in Gen.ArrayOf(Sections, s_assignments.Length)
        from ofCourse in Gen.ArrayOf(Gen.Elements(true, false, false), s_assignments.Length)
        select GivenLms.Year([
            .. s_assignments.Select((id, i) => new LmsAssignment(id, ofCourse[i] ? null : sections[i], GivenLms.Course, id, due[i]))]);

    private static Gen<LmsRecord> Records =>
        from associations in Gen.ArrayOf(
            from section in Sections
            from status in Gen.Elements(Enum.GetValues<LmsEnrollmentStatus>())
            from time in MaybeTimes
            select new LmsAssociation(section, status, time))
        from submissions in Gen.ArrayOf(Submissions)
        from activities in Gen.ArrayOf(from time in Times from minutes in Gen.Elements<int?>(null, 0, 150, 6000) select new LmsActivity(time, minutes))
        from grades in Gen.ArrayOf(
            from section in Sections
            from isFinal in Gen.Elements(true, false)
            from letter in Gen.Elements("A", "F", null)
            from number in Gen.Elements<int?>(null, 5900, 10_000)
            select (section, isFinal, letter, number))
        select new LmsRecord
        {
            Source = GivenLms.Source, Associations = associations, Submissions = submissions, Activities = activities,
            Grades = [.. grades.Select((grade, id) => new LmsGrade($"{id}", grade.section, grade.isFinal, grade.letter, grade.number))],
        };

    private static Gen<(LmsRecord Record, LmsYear Year)> Cases => from record in Records from year in Years select (record, year);

    [Fact]
    public void RowOrder_NeverMatters() => PropertyCheck.Holds(
        output,
        from given in Cases
        from seed in Gen.Choose(0, int.MaxValue - 1)
        select (given, seed),
        c =>
        {
            var random = new System.Random(c.seed);
            var record = c.given.Record;
            var mixed = record with
            {
                Associations = Mixed(record.Associations, random), Submissions = Mixed(record.Submissions, random),
                Activities = Mixed(record.Activities, random), Grades = Mixed(record.Grades, random),
            };

            Assert.Equal(Json(record, c.given.Year), Json(mixed, c.given.Year));
        });

    [Fact]
    public void AnExcusedSubmissionOfWorkThatIsNotDue_ChangesNothing() => PropertyCheck.Holds(output, Cases, c =>
    {
        var more = c.Record with { Submissions = [.. c.Record.Submissions, new LmsSubmission("not due", LmsSubmissionStatus.Excused)] };

        Assert.Equal(Json(c.Record, c.Year), Json(more, c.Year));
    });

    [Fact]
    public void ExcusingWork_NeverAddsMissingLateOrDueWork() => PropertyCheck.Holds(
        output,
        from given in Cases
        from assignment in Gen.Elements(s_assignments)
        select (given, assignment),
        c =>
        {
            var (record, year) = c.given;
            var excused = record with { Submissions = [.. record.Submissions, new LmsSubmission(c.assignment, LmsSubmissionStatus.Excused)] };
            foreach (var indicator in (string[])[IndicatorIds.LmsMissingWork, IndicatorIds.LmsLateWork])
            {
                var (before, after) = (GivenLms.Fact(indicator, record, year), GivenLms.Fact(indicator, excused, year));
                Assert.InRange(after.Numerator, before.Numerator - 1, before.Numerator);
                Assert.InRange(after.Denominator, before.Denominator - 1, before.Denominator);
            }
        });

    [Fact]
    public void Counts_EqualAPlainRecount() => PropertyCheck.Holds(output, Cases, c =>
    {
        var missing = GivenLms.Fact(IndicatorIds.LmsMissingWork, c.Record, c.Year);
        var late = GivenLms.Fact(IndicatorIds.LmsLateWork, c.Record, c.Year);

        Assert.Equal(LmsRecount.Of(c.Record, c.Year, s_assignments), (missing.Numerator, missing.Denominator, late.Numerator));
        Assert.Equal(missing.Denominator - missing.Numerator, late.Denominator);
        Assert.Equal(Math.Min(FactItem.Most, missing.Numerator), missing.Items?.Count ?? 0);
        Assert.Equal(Math.Min(FactItem.Most, late.Numerator), late.Items?.Count ?? 0);
    });

    private static string Json(LmsRecord record, LmsYear year) => JsonSerializer.Serialize(GivenLms.Assess(record, year).Facts);

    private static T[] Mixed<T>(T[] rows, System.Random random)
    {
        var copy = rows.ToArray();
        random.Shuffle(copy);
        return copy;
    }
}
