using ClosingGap.Domain.Explanations;
using ClosingGap.Domain.Indicators;
using ClosingGap.Domain.Milestones;

namespace ClosingGap.Domain.Tests.Milestones;

/// <summary>The closed forms are held against walking half day by half day.</summary>
public sealed class NextStepTests
{
    private static readonly DateOnly End = new(2026, 6, 1);

    public static TheoryData<int, int, int, int, bool> Thresholds => new()
    {
        { 1, 20, 1, 10, false }, { 1, 10, 1, 5, false }, { 3, 25, 1, 3, false }, { 1, 20, 1, 10, true }, { 1, 2, 1, 1, false },
    };

    [Theory]
    [MemberData(nameof(Thresholds))]
    public void Attendance_EveryCase_AgreesWithWalking(int riskOver, int riskUnder, int offOver, int offUnder, bool beyond)
    {
        var part = new MilestonePart
        {
            Indicator = IndicatorIds.AttendanceRate, AtRiskNumerator = riskOver, AtRiskDenominator = riskUnder,
            OffTrackNumerator = offOver, OffTrackDenominator = offUnder, Beyond = beyond,
        };
        for (var member = 1; member <= 30; member++)
        {
            for (var absent = 0; absent <= member; absent++)
            {
                for (var remaining = 1; remaining <= 30; remaining++)
                {
                    Hold(part, absent, member, remaining);
                }
            }
        }
    }

    [Theory]
    [InlineData(2, NextStepKind.Reduce, 1)]
    [InlineData(5, NextStepKind.Reduce, 4)]
    [InlineData(1, NextStepKind.Reduce, 1)]
    [InlineData(0, NextStepKind.MayReach, 1)]
    public void Courses_FailingSome_SayHowManyToPass(int failed, NextStepKind kind, int amount)
    {
        var fact = new Fact(IndicatorIds.CourseFailures, null, failed, 6, FactUnit.Courses, Given.FirstDay, Given.Day(60), Given.Day(60), MissingEvidence.None, []);

        var next = ThresholdRule.Judge(Given.PassingCourses.Conditions[0], fact, new JudgedWindow(false)).Next!;

        Assert.Equal((kind, (decimal?)amount), (next.Kind, next.Amount));
    }

    [Fact]
    public void ClosedWindow_HasNoNextStep()
    {
        var fact = new Fact(IndicatorIds.AttendanceRate, null, 40, 360, FactUnit.HalfDays, Given.FirstDay, Given.Day(180), Given.Day(180), MissingEvidence.None, []);

        Assert.Null(ThresholdRule.Judge(Given.ChronicAbsence.Conditions[0], fact, new JudgedWindow(true)).Next);
    }

    private static void Hold(MilestonePart part, int absent, int member, int remaining)
    {
        var reason = ThresholdRule.Judge(part, Half(absent, member), new JudgedWindow(false, remaining, End));
        var status = Status(part, absent, member);

        Assert.Equal(status, reason.Status);
        if (reason.Next is not { } next)
        {
            // Neither all that is left missed, nor all of it attended, changes the status.
            Assert.True(status == VerdictStatus.OnTrack || !Better(Status(part, absent, member + remaining), status));
            Assert.False(Better(status, Status(part, absent + remaining, member + remaining)));
            return;
        }

        switch (next.Kind)
        {
            case NextStepKind.MayMiss:
                var missed = (int)(next.Amount!.Value * 2);
                Assert.True(Better(status, Status(part, absent + missed, member + remaining)));
                Assert.False(Better(status, Status(part, absent + missed - 1, member + remaining)));
                break;
            case NextStepKind.Attend:
                var present = Enumerable.Range(1, remaining).First(days => Better(Status(part, absent, member + days), status));
                Assert.Equal((present + 1) / 2, next.Amount);
                break;
            default:
                Assert.Equal(NextStepKind.OutOfReach, next.Kind);
                Assert.False(Better(Status(part, absent, member + remaining), status));
                break;
        }
    }

    private static bool Better(VerdictStatus one, VerdictStatus other) => one < other;

    private static VerdictStatus Status(MilestonePart part, int absent, int member) =>
        Reaches(part, absent, member, part.OffTrackNumerator!.Value, part.OffTrackDenominator) ? VerdictStatus.OffTrack
        : Reaches(part, absent, member, part.AtRiskNumerator!.Value, part.AtRiskDenominator) ? VerdictStatus.AtRisk
        : VerdictStatus.OnTrack;

    private static bool Reaches(MilestonePart part, int absent, int member, int over, int under) =>
        part.Beyond ? absent * under > member * over : absent * under >= member * over;

    private static Fact Half(int absent, int member) => new(
        IndicatorIds.AttendanceRate, null, absent, member, FactUnit.HalfDays, Given.FirstDay, Given.Day(20), Given.Day(20), MissingEvidence.None, []);
}
