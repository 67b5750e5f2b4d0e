using ClosingGap.Domain.Indicators;
using ClosingGap.Domain.Roster;
using ClosingGap.Domain.Settings;

namespace ClosingGap.Domain.Tests.Indicators;

public sealed class AttendanceDayRuleTests
{
    private static readonly SectionMembership[] SixSections = [.. Enumerable.Range(1, 6).Select(i => new SectionMembership("class-" + i))];

    private static readonly SchoolYearContext Context = Given.Year(100) with
    {
        Classes = Enumerable.Range(1, 6).Select(i => new ClassInfo("class-" + i, Given.School, IsHomeroom: i == 1))
            .Append(new ClassInfo("elsewhere", Given.OtherSchool))
            .ToDictionary(c => c.SourcedId, StringComparer.Ordinal),
    };

    [Theory]
    [InlineData(DayRule.AnySection, new[] { 6 }, 2)]
    [InlineData(DayRule.Homeroom, new[] { 6 }, 0)]
    [InlineData(DayRule.Homeroom, new[] { 1 }, 2)]
    [InlineData(DayRule.ShareOfSections, new[] { 1, 2 }, 0)]
    [InlineData(DayRule.ShareOfSections, new[] { 1, 2, 3 }, 2)]
    [InlineData(DayRule.ShareOfSections, new[] { 1, 1, 2 }, 0)]
    public void SectionAbsences_BecomeADayByTheRule(DayRule rule, int[] classes, long halfDays)
    {
        var record = Given.Member([.. classes.Select(c => Given.Absent(7, section: "class-" + c))]) with { Sections = SixSections };

        Assert.Equal(halfDays, HalfDays(record, rule));
    }

    [Fact]
    public void ShareOfSections_CountsTheSectionsOfThatDayAndSchool()
    {
        // Two of the six have ended, one is at another school: two absences of four are half.
        SectionMembership[] sections =
        [
            new("class-1"), new("class-2"), new("class-3"), new("class-4"), new("class-4"), new("class-5", null, Given.Day(7)), new("class-6", Given.Day(8)), new("elsewhere"),
        ];
        var record = Given.Member(Given.Absent(7, section: "class-1"), Given.Absent(7, section: "class-2")) with { Sections = sections };

        Assert.Equal(2, HalfDays(record, DayRule.ShareOfSections));
        Assert.Equal(0, HalfDays(record with { Attendance = [Given.Absent(7, section: "class-1")] }, DayRule.ShareOfSections));
    }

    [Fact]
    public void ShareOfSections_TakesMissingDatesFromTheTerms()
    {
        var context = Context with
        {
            Sessions = new Dictionary<string, AcademicSession>(StringComparer.Ordinal)
            {
                ["fall"] = new("fall", "Fall", Given.Day(1), Given.Day(50)), ["spring"] = new("spring", "Spring", Given.Day(51), Given.Day(100)),
            },
            Classes = new Dictionary<string, ClassInfo>(StringComparer.Ordinal)
            {
                ["a"] = new("a", Given.School, TermSourcedIds: ["fall"]), ["b"] = new("b", Given.School, TermSourcedIds: ["fall"]),
                ["c"] = new("c", Given.School, TermSourcedIds: ["spring"]), ["d"] = new("d", Given.School, TermSourcedIds: ["spring"]),
            },
        };
        var record = Given.Member(Given.Absent(50, section: "a"), Given.Absent(51, section: "c")) with { Sections = [new("a"), new("b"), new("c"), new("d")] };

        Assert.Equal(4, HalfDays(record, DayRule.ShareOfSections, context));
    }

    [Fact]
    public void ShareOfSections_IsExactAtTheShare()
    {
        var settings = Given.With(new AttendanceSettings { DayRule = DayRule.ShareOfSections, ShareNumerator = 2, ShareDenominator = 3 });
        var three = Given.Member([.. Enumerable.Range(1, 3).Select(c => Given.Absent(7, section: "class-" + c))]) with { Sections = SixSections };
        var four = Given.Member([.. Enumerable.Range(1, 4).Select(c => Given.Absent(7, section: "class-" + c))]) with { Sections = SixSections };

        Assert.Equal(0, Given.Assess(three, Context, settings).Fact(IndicatorIds.AttendanceRate)!.Numerator);
        Assert.Equal(2, Given.Assess(four, Context, settings).Fact(IndicatorIds.AttendanceRate)!.Numerator);
    }

    [Fact]
    public void DailyRow_WinsOverSectionRows()
    {
        var present = Given.Member(Given.Mark(7, AttendanceCategory.Present), Given.Absent(7, section: "class-1")) with { Sections = SixSections };
        var half = Given.Member(Given.Absent(7, 50), Given.Absent(7, section: "class-1")) with { Sections = SixSections };

        Assert.Equal(0, HalfDays(present, DayRule.AnySection));
        Assert.Equal(1, HalfDays(half, DayRule.AnySection));
    }

    [Fact]
    public void SectionRowWithoutSchool_SpeaksForTheSchoolOfItsClass()
    {
        var record = Given.Member(
            new AttendanceMark(null, "elsewhere", Given.Day(7), AttendanceCategory.UnexcusedAbsence),
            new AttendanceMark(null, "class-2", Given.Day(8), AttendanceCategory.UnexcusedAbsence));

        Assert.Equal(2, HalfDays(record, DayRule.AnySection));
    }

    private static long HalfDays(LearningRecord record, DayRule rule, SchoolYearContext? context = null) =>
        Given.Assess(record, context ?? Context, Given.With(new AttendanceSettings { DayRule = rule })).Fact(IndicatorIds.AttendanceRate)!.Numerator;
}
