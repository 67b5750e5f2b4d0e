using ClosingGap.Domain.Indicators;
using ClosingGap.Domain.Lms;
using ClosingGap.Domain.Roster;
using ClosingGap.Domain.Verdicts;

namespace ClosingGap.Domain.Tests.Lms;

/// <summary>What tests of the LMS start from: a student active in one section, seen on 15 March 2022, while the roster is of 2025-26.</summary>
internal static class GivenLms
{
    public const string Source = "lms";
    public const string Section = "section-1";
    public const string Other = "section-2";
    public const string Left = "section-3";
    public const string Course = "course-1";
    public static readonly DateOnly FirstDay = new(2021, 7, 1);
    public static readonly DateOnly AsOf = new(2022, 3, 15);

    public static DateTime At(int month, int day, int hour = 0, int minute = 0, int second = 0) =>
        new(month >= 7 ? 2021 : 2022, month, day, hour, minute, second);

    public static LmsYear Year(params LmsAssignment[] assignments)
    {
        LmsSection[] sections =
        [
            new(Section, "class-1", Course, "Algebra"), new(Other, null, Course, "Writing"), new(Left, "class-3", "course-3", "Art"),
        ];
        return new LmsYear
        {
            Source = Source, SchoolYear = 2022, FirstDay = FirstDay, LastDay = new DateOnly(2022, 6, 30), AsOf = AsOf,
            Sections = sections.ToDictionary(section => section.SourcedId, StringComparer.Ordinal),
            Coursework = LmsCoursework.Create(assignments, FirstDay, AsOf),
        };
    }

    public static LmsAssignment Due(string id, DateTime? due, string section = Section) => new(id, section, Title: "Work " + id, Due: due);

    public static LmsRecord Record(params LmsSubmission[] submissions) => new()
    {
        Source = Source,
        Associations = [new(Section, LmsEnrollmentStatus.Active), new(Left, LmsEnrollmentStatus.Inactive)],
        Submissions = submissions,
    };

    public static StudentResult Assess(LmsRecord? record, params LmsYear[] years) => Given.Assess(
        Given.Member() with { Lms = record is null ? [] : [record] }, RosterYear with { Lms = years });

    /// <summary>The fact of an indicator, seen through the whole assessment.</summary>
    public static Fact Fact(string indicator, LmsRecord? record, LmsYear year)
    {
        var fact = Assess(record, year).Fact(indicator)!;
        Assert.Equal((year.Source, 2022, year.AsOf, year.FirstDay), (fact.Source, fact.SchoolYear, fact.AsOf, fact.From));
        return fact;
    }

    public static (long Numerator, long Denominator, MissingEvidence Missing) Work(string indicator, LmsRecord? record, LmsYear year)
    {
        var fact = Fact(indicator, record, year);
        return (fact.Numerator, fact.Denominator, fact.Missing);
    }

    public static SchoolYearContext RosterYear => Given.Year(100);
}
