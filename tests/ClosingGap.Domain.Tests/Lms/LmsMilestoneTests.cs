using ClosingGap.Domain.Indicators;
using ClosingGap.Domain.Lms;
using ClosingGap.Domain.Milestones;
using ClosingGap.Domain.Settings;
using ClosingGap.Domain.Verdicts;
using static ClosingGap.Domain.Tests.Lms.GivenLms;

namespace ClosingGap.Domain.Tests.Lms;

/// <summary>A district may judge facts of the LMS by definitions of its own.</summary>
public sealed class LmsMilestoneTests
{
    private static readonly MilestoneDefinition s_missingWork = new()
    {
        Id = "work-handed-in", Version = 1, Title = "Work handed in", Indicator = IndicatorIds.LmsMissingWork,
        AtRiskNumerator = 1, AtRiskDenominator = 10, OffTrackNumerator = 1, OffTrackDenominator = 4, MinimumEvidence = 4, Source = "A district's own",
    };

    private static readonly MilestoneDefinition s_activity = s_missingWork with
    {
        Id = "active", Indicator = IndicatorIds.LmsLastActivity, AtRiskNumerator = 7, AtRiskDenominator = 1, OffTrackNumerator = 14, OffTrackDenominator = 1,
    };

    private static LmsYear FourDue => Year(Due("a", At(2, 1)), Due("b", At(2, 2)), Due("c", At(2, 3)), Due("d", At(2, 4)));

    [Fact]
    public void Definition_OfEachIndicatorOfTheLms_IsAcceptedOrRefusedAsItCanBeJudged()
    {
        Assert.Empty(MilestoneDefinitionCheck.Check(s_missingWork));
        Assert.Empty(MilestoneDefinitionCheck.Check(s_missingWork with { Indicator = IndicatorIds.LmsLateWork }));
        Assert.Empty(MilestoneDefinitionCheck.Check(s_activity));
        var error = Assert.Single(MilestoneDefinitionCheck.Check(s_missingWork with { Indicator = IndicatorIds.LmsCurrentScore }));
        Assert.Equal("milestone.unknown_indicator", error.Code);
        Assert.Contains("milestone.out_of_range", MilestoneDefinitionCheck.Check(s_missingWork with { OffTrackNumerator = 5 }).Select(found => found.Code));
    }

    [Fact]
    public void MissingWork_AtTheThreshold_IsOffTrackAsOfTheLmssOwnDate()
    {
        var verdict = Judge(s_missingWork, Record(Done("a"), Done("b"), Done("c")), FourDue);

        Assert.Equal((VerdictStatus.OffTrack, AsOf, AsOf), (verdict.Status, verdict.AsOf, verdict.Since));
        Assert.Equal("1 missing of 4 assignments due in the LMS (25.0 %) up to 15 March 2022; 25 % or more is off track.", verdict.InEnglish());
        Assert.Equal((1m, 4m), (verdict.Value("value"), verdict.Value("of")));
    }

    [Fact]
    public void MissingWork_OfNone_IsOnTrackAndMetWhenTheLmssYearIsOver()
    {
        var record = Record(Done("a"), Done("b"), Done("c"), Done("d"));

        Assert.Equal(VerdictStatus.OnTrack, Judge(s_missingWork, record, FourDue).Status);
        Assert.Equal(VerdictStatus.Met, Judge(s_missingWork, record, FourDue with { AsOf = new DateOnly(2022, 6, 30) }).Status);
    }

    [Theory]
    [InlineData("nothing of a learning management system")]
    [InlineData("has no account in the LMS")]
    [InlineData("Only 3 assignments due in the LMS up to 15 March 2022; 4 are needed")]
    [InlineData("No assignment was due in the LMS")]
    public void MissingWork_WithoutEvidence_IsNotJudged(string why)
    {
        var (record, years) = why[0] switch
        {
            'n' => (Record(), Array.Empty<LmsYear>()),
            'h' => (null, [FourDue]),
            'O' => (Record(new LmsSubmission("a", LmsSubmissionStatus.Excused)), [FourDue]),
            _ => (Record(), [Year()]),
        };

        var verdict = Judge(s_missingWork, record, years);

        Assert.Equal(VerdictStatus.NotEnoughData, verdict.Status);
        Assert.Contains(why, verdict.InEnglish(), StringComparison.Ordinal);
    }

    [Fact]
    public void OfTwoSources_TheGraverCounts()
    {
        var second = Year(Due("a", At(2, 1)), Due("b", At(2, 2)), Due("c", At(2, 3)), Due("d", At(2, 4))) with { Source = "second", AsOf = new DateOnly(2022, 3, 1) };
        LmsRecord[] records = [Record(Done("a"), Done("b"), Done("c"), Done("d")), Record() with { Source = "second" }];
        var learning = Given.Member() with { Lms = records };

        var verdict = Assert.Single(StudentAssessment.Assess(
            Given.Student(learning), RosterYear with { Lms = [FourDue, second] }, VerdictSettings.Default, new MilestoneSet([s_missingWork])).Verdicts);

        Assert.Equal((VerdictStatus.OffTrack, new DateOnly(2022, 3, 1)), (verdict.Status, verdict.AsOf));
    }

    [Fact]
    public void LastActivity_IsJudgedByDays()
    {
        var record = Record() with { Activities = [new(At(3, 8), null)] };

        var verdict = Judge(s_activity, record, Year());

        Assert.Equal(VerdictStatus.AtRisk, verdict.Status);
        Assert.Equal("Last active in the LMS on 8 March 2022, 7 days before 15 March 2022; from 7 on it is at risk, from 14 on off track.", verdict.InEnglish());
    }

    private static LmsSubmission Done(string id) => new(id, LmsSubmissionStatus.Graded);

    private static Verdict Judge(MilestoneDefinition definition, LmsRecord? record, params LmsYear[] years) => Assert.Single(StudentAssessment.Assess(
        Given.Student(Given.Member() with { Lms = record is null ? [] : [record] }), RosterYear with { Lms = years }, VerdictSettings.Default, new MilestoneSet([definition])).Verdicts);
}
