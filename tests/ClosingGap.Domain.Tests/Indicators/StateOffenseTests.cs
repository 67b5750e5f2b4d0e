using ClosingGap.Domain.Indicators;
using ClosingGap.Domain.Milestones;
using ClosingGap.Domain.Roster;
using ClosingGap.Domain.Settings;
using ClosingGap.Domain.Verdicts;

namespace ClosingGap.Domain.Tests.Indicators;

public sealed class StateOffenseTests
{
    private static readonly SchoolYearContext s_year = Given.Year(100) with
    {
        Incidents = new Dictionary<string, BehaviorCategory>(StringComparer.Ordinal)
        {
            ["offense"] = BehaviorCategory.StateOffense,
            ["another"] = BehaviorCategory.StateOffense,
            ["conduct"] = BehaviorCategory.SchoolCodeOfConduct,
            ["other"] = BehaviorCategory.Other,
        },
    };

    [Fact]
    public void Measure_SeveralActionsOfOneOffense_CountItOnce() =>
        Assert.Equal(2, Fact(Mark(10, "offense"), Mark(11, "offense"), Mark(12, "another"), Mark(12, "conduct"), Mark(13, "other")).Numerator);

    [Fact]
    public void Measure_NoActionOrAfterTheAsOfDateOrBeforeTheYear_DoesNotCount()
    {
        var before = new DisciplineMark(DisciplineKind.Other, Given.FirstDay.AddDays(-1), null, null, "offense");
        var fact = Fact(before, Mark(101, "offense"), Mark(9, "another", DisciplineKind.NoAction));

        Assert.Equal((0, MissingEvidence.None), (fact.Numerator, fact.Missing));
    }

    [Theory]
    [InlineData("unheard-of")] // no such row, or one without its behavior
    [InlineData("")]
    [InlineData(null)]
    public void Measure_IncidentWithoutItsBehavior_IsNeitherOneNorNone(string? incident)
    {
        var alone = Fact(Mark(10, incident));
        Assert.Equal((MissingEvidence.Behavior, 1), (alone.Missing, alone.Number(StateOffenseIndicator.WithoutBehavior)));

        var beside = Fact(Mark(10, incident), Mark(11, "offense"));
        Assert.Equal((1, MissingEvidence.None), (beside.Numerator, beside.Missing));
    }

    [Fact]
    public void Measure_WithoutActions_SaysWhatIsMissing()
    {
        Assert.Equal(MissingEvidence.None, Fact().Missing);
        Assert.Equal(MissingEvidence.Table, StateOffenseIndicator.Measure(Given.Member(), s_year with { Tables = SnapshotTables.Attendance }).Missing);
    }

    [Theory]
    [InlineData("offense", VerdictStatus.OffTrack, "1 incident recorded as a state offense this school year up to 2 January 2026; the goal is none, and 1 or more is off track.")]
    [InlineData("unheard-of", VerdictStatus.NotEnoughData, "1 incident is recorded without the kind of behavior up to 2 January 2026, so it cannot be told whether one was a state offense.")]
    [InlineData("conduct", VerdictStatus.OnTrack, null)]
    public void Verdict_OfAnyStateOffense_IsOffTrack(string incident, VerdictStatus status, string? sentence)
    {
        var rule = Given.Suspensions with { Id = "no-state-offense", Indicator = IndicatorIds.StateOffenses, AtRiskNumerator = null, OffTrackNumerator = 1 };
        var student = Given.Student(Given.Member() with { Discipline = [Mark(10, incident)] });
        var verdict = Given.Verdict(StudentAssessment.Assess(student, s_year, VerdictSettings.Default, new MilestoneSet([rule])), rule);

        Assert.Equal(status, verdict.Status);
        Assert.Equal(sentence ?? verdict.InEnglish(), verdict.InEnglish());
    }

    [Theory]
    [InlineData("State Offense", BehaviorCategory.StateOffense)]
    [InlineData(" state offense ", BehaviorCategory.StateOffense)]
    [InlineData("School Violation", BehaviorCategory.SchoolViolation)]
    [InlineData("Something of the district's", BehaviorCategory.Other)]
    [InlineData(" ", null)]
    [InlineData(null, null)]
    public void Category_OfAWord_IsKnownOrOtherOrNone(string? word, BehaviorCategory? category) => Assert.Equal(category, RosterCodes.BehaviorCategoryOf(word));

    private static Fact Fact(params DisciplineMark[] marks) => StateOffenseIndicator.Measure(Given.Member() with { Discipline = marks }, s_year);

    private static DisciplineMark Mark(int day, string? incident, DisciplineKind kind = DisciplineKind.Other) => new(kind, Given.Day(day), null, null, incident);
}
