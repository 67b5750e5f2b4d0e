using ClosingGap.Domain.Indicators;
using ClosingGap.Domain.Milestones;
using ClosingGap.Domain.Roster;

namespace ClosingGap.Domain.Tests.Indicators;

public sealed class AttendanceBoundaryTests
{
    [Theory]
    [InlineData(10, 100, VerdictStatus.OffTrack, AttendanceBand.Chronic)]
    [InlineData(9, 100, VerdictStatus.AtRisk, AttendanceBand.AtRisk)]
    [InlineData(5, 100, VerdictStatus.AtRisk, AttendanceBand.AtRisk)]
    [InlineData(4, 100, VerdictStatus.OnTrack, AttendanceBand.Satisfactory)]
    [InlineData(0, 100, VerdictStatus.OnTrack, AttendanceBand.None)]
    [InlineData(1, 10, VerdictStatus.OffTrack, AttendanceBand.Chronic)]
    [InlineData(17, 171, VerdictStatus.AtRisk, AttendanceBand.AtRisk)]
    [InlineData(18, 171, VerdictStatus.OffTrack, AttendanceBand.Chronic)]
    [InlineData(100, 100, VerdictStatus.OffTrack, AttendanceBand.Chronic)]
    public void Absences_AtTheThreshold_DecideByIntegers(int absent, int member, VerdictStatus status, AttendanceBand band)
    {
        var result = Given.Assess(Given.Member(Given.AbsentOn(Enumerable.Range(1, absent))), Given.Year(member));

        Assert.Equal(status, Given.Verdict(result, Given.ChronicAbsence).Status);
        Assert.Equal(band, result.AttendanceBand);
        var fact = result.Fact(IndicatorIds.AttendanceRate)!;
        Assert.Equal((2L * absent, 2L * member), (fact.Numerator, fact.Denominator));
    }

    [Theory]
    [InlineData(996, 10_000, "9.9")]
    [InlineData(999, 10_000, "9.9")]
    [InlineData(1_000, 10_000, "10.0")]
    [InlineData(33, 332, "9.9")]
    public void Percent_IsCutOffAndNotRounded(long absentHalfDays, long memberHalfDays, string shown)
    {
        var fact = new Fact(
            IndicatorIds.AttendanceRate, null, absentHalfDays, memberHalfDays, FactUnit.HalfDays, Given.FirstDay, Given.Day(100), Given.Day(100), MissingEvidence.None, []);
        var judgement = ThresholdRule.Judge(Given.ChronicAbsence.Conditions[0], fact, new JudgedWindow(false));

        Assert.Contains("(" + shown + " %)", judgement.InEnglish(), StringComparison.Ordinal);
        Assert.Equal(shown == "10.0" ? VerdictStatus.OffTrack : VerdictStatus.AtRisk, judgement.Status);
    }

    [Theory]
    [InlineData(9, VerdictStatus.NotEnoughData)]
    [InlineData(10, VerdictStatus.OffTrack)]
    public void MinimumDays_BelowTen_IsNotEnoughData(int days, VerdictStatus status)
    {
        var result = Given.Assess(Given.Member(Given.AbsentOn([1, 2, 3])), Given.Year(days));

        Assert.Equal(status, Given.Verdict(result, Given.ChronicAbsence).Status);
        Assert.Equal(days < 10 ? AttendanceBand.NotMeasured : AttendanceBand.Chronic, result.AttendanceBand);
    }

    [Theory]
    [InlineData(null, 2)]
    [InlineData(100, 2)]
    [InlineData(150, 2)]
    [InlineData(99, 1)]
    [InlineData(50, 1)]
    [InlineData(49, 0)]
    [InlineData(0, 0)]
    public void Duration_BecomesHalfDays(int? hundredths, long halfDays)
    {
        var result = Given.Assess(Given.Member(Given.Absent(3, hundredths)), Given.Year(100));

        Assert.Equal(halfDays, result.Fact(IndicatorIds.AttendanceRate)!.Numerator);
    }

    [Fact]
    public void SeveralDailyRows_OfOneDay_CountTheLongest()
    {
        var result = Given.Assess(Given.Member(Given.Absent(3, 50), Given.Absent(3), Given.Absent(3, 50)), Given.Year(100));

        Assert.Equal(2, result.Fact(IndicatorIds.AttendanceRate)!.Numerator);
    }

    [Theory]
    [InlineData(AttendanceCategory.Tardy)]
    [InlineData(AttendanceCategory.Present)]
    [InlineData(AttendanceCategory.EarlyDeparture)]
    [InlineData(AttendanceCategory.Partial)]
    [InlineData(AttendanceCategory.Other)]
    public void Category_NotInTheAbsentOnes_IsNoAbsence(AttendanceCategory category)
    {
        var result = Given.Assess(Given.Member(Given.Mark(3, category)), Given.Year(100));

        Assert.Equal((0L, 200L), (result.Fact(IndicatorIds.AttendanceRate)!.Numerator, result.Fact(IndicatorIds.AttendanceRate)!.Denominator));
    }

    [Fact]
    public void Category_AddedByTheDistrict_IsAnAbsence()
    {
        var settings = Given.With(new() { AbsentCategories = new HashSet<AttendanceCategory> { AttendanceCategory.Tardy } });
        var result = Given.Assess(Given.Member(Given.Mark(3, AttendanceCategory.Tardy), Given.Absent(4)), Given.Year(100), settings);

        Assert.Equal(2, result.Fact(IndicatorIds.AttendanceRate)!.Numerator);
    }

    [Fact]
    public void LastSchoolDay_TurnsOnTrackIntoMet()
    {
        Assert.Equal(VerdictStatus.OnTrack, Given.Verdict(Given.Assess(Given.Member(), Given.Year(179)), Given.ChronicAbsence).Status);
        Assert.Equal(VerdictStatus.Met, Given.Verdict(Given.Assess(Given.Member(), Given.Year(180)), Given.ChronicAbsence).Status);
    }

    [Fact]
    public void NoAttendanceTable_IsNotEnoughData()
    {
        var context = Given.Year(100) with { Tables = SnapshotTables.All & ~SnapshotTables.Attendance };
        var verdict = Given.Verdict(Given.Assess(Given.Member(), context), Given.ChronicAbsence);

        Assert.Equal(VerdictStatus.NotEnoughData, verdict.Status);
        Assert.Contains("hold no attendance", verdict.InEnglish(), StringComparison.Ordinal);
    }

    [Fact]
    public void NoMembership_IsNotEnoughDataAndCountsNowhere()
    {
        var result = Given.Assess(Given.Member() with { Memberships = [] }, Given.Year(100));

        Assert.Equal(VerdictStatus.NotEnoughData, Given.Verdict(result, Given.ChronicAbsence).Status);
        Assert.Empty(result.Schools);
        Assert.False(result.Active);
    }
}
