using ClosingGap.Domain.Indicators;
using ClosingGap.Domain.Milestones;
using ClosingGap.Domain.Roster;
using ClosingGap.Domain.Settings;

namespace ClosingGap.Domain.Tests.Indicators;

public sealed class AttendanceMembershipTests
{
    [Fact]
    public void Transfer_IsMeasuredAtBothGrains()
    {
        // 40 days with 4 absences, then 60 days with 2: at the first school chronic, in all at risk.
        var record = Given.Member(
            [.. Given.AbsentOn([1, 2, 3, 4]), Given.Absent(50, school: Given.OtherSchool), Given.Absent(51, school: Given.OtherSchool)]) with
        {
            Memberships = [new(Given.School, Given.FirstDay, Given.Day(41)), new(Given.OtherSchool, Given.Day(41))],
        };
        var result = Given.Assess(record, Given.Year(100));

        var whole = result.Fact(IndicatorIds.AttendanceRate)!;
        Assert.Equal((12L, 200L), (whole.Numerator, whole.Denominator));
        Assert.Equal(VerdictStatus.AtRisk, Given.Verdict(result, Given.ChronicAbsence).Status);
        Assert.Collection(
            result.Schools,
            s => Assert.Equal((Given.School, false, 80L, 8L, AttendanceBand.Chronic), (s.SchoolSourcedId, s.Active, s.MemberHalfDays, s.AbsentHalfDays, s.Band)),
            s => Assert.Equal((Given.OtherSchool, true, 120L, 4L, AttendanceBand.Satisfactory), (s.SchoolSourcedId, s.Active, s.MemberHalfDays, s.AbsentHalfDays, s.Band)));
        Assert.True(result.Active);
    }

    [Fact]
    public void ExitDay_IsNoMembershipDay()
    {
        var record = Given.Member(Given.AbsentOn([40, 41])) with { Memberships = [new(Given.School, Given.FirstDay, Given.Day(41))] };
        var fact = Given.Assess(record, Given.Year(100)).Fact(IndicatorIds.AttendanceRate)!;

        Assert.Equal((2L, 80L), (fact.Numerator, fact.Denominator));
    }

    [Fact]
    public void Leaver_KeepsHisVerdictAndIsNotActive()
    {
        var record = Given.Member(Given.AbsentOn(Enumerable.Range(1, 20))) with { Memberships = [new(Given.School, Given.FirstDay, Given.Day(101))] };
        var result = Given.Assess(record, Given.Year(150));

        Assert.Equal(VerdictStatus.OffTrack, Given.Verdict(result, Given.ChronicAbsence).Status);
        Assert.False(result.Active);
        Assert.Single(result.Schools);
    }

    [Fact]
    public void EnrollmentThatEndsWhereItBegins_IsNoMembership()
    {
        var record = Given.Member() with { Memberships = [new(Given.School, Given.Day(5), Given.Day(5))] };

        Assert.Empty(Given.Assess(record, Given.Year(100)).Schools);
    }

    [Fact]
    public void FutureEntry_DoesNotCountYet()
    {
        var record = Given.Member() with { Memberships = [new(Given.School, Given.Day(101))] };

        Assert.Empty(Given.Assess(record, Given.Year(100)).Schools);
        Assert.Single(Given.Assess(record, Given.Year(101)).Schools);
    }

    [Fact]
    public void OverlappingRowsOfOneSchool_CountADayOnce()
    {
        var record = Given.Member(Given.AbsentOn([35])) with
        {
            Memberships = [new(Given.School, Given.FirstDay, Given.Day(61)), new(Given.School, Given.Day(31))],
        };
        var fact = Given.Assess(record, Given.Year(100)).Fact(IndicatorIds.AttendanceRate)!;

        Assert.Equal((2L, 200L), (fact.Numerator, fact.Denominator));
    }

    [Fact]
    public void TwoSchoolsOnOneDay_CountOneDayAcrossSchools()
    {
        var record = Given.Member(Given.AbsentOn([35])) with
        {
            Memberships = [new(Given.School, Given.FirstDay), new(Given.OtherSchool, Given.FirstDay)],
        };
        var result = Given.Assess(record, Given.Year(100));

        Assert.Equal((2L, 200L), (result.Fact(IndicatorIds.AttendanceRate)!.Numerator, result.Fact(IndicatorIds.AttendanceRate)!.Denominator));
        Assert.Equal([2L, 0L], result.Schools.Select(s => s.AbsentHalfDays));
    }

    [Fact]
    public void RowOfAnotherSchoolYear_IsIgnored()
    {
        var record = Given.Member() with
        {
            Memberships = [new(Given.School, Given.FirstDay, SchoolYear: 2026), new(Given.OtherSchool, new DateOnly(2024, 8, 19), SchoolYear: 2025)],
        };

        Assert.Equal([Given.School], Given.Assess(record, Given.Year(100)).Schools.Select(s => s.SchoolSourcedId));
    }

    [Fact]
    public void AbsenceAtASchoolWithoutMembershipThatDay_DoesNotCount()
    {
        var result = Given.Assess(Given.Member(Given.Absent(5, school: Given.OtherSchool)), Given.Year(100));

        Assert.Equal(0, result.Fact(IndicatorIds.AttendanceRate)!.Numerator);
    }

    [Fact]
    public void AbsenceOnAHoliday_DoesNotCount()
    {
        var saturday = Given.FirstDay.AddDays(5);
        var record = Given.Member(new AttendanceMark(Given.School, null, saturday, AttendanceCategory.ExcusedAbsence));

        Assert.Equal(0, Given.Assess(record, Given.Year(100)).Fact(IndicatorIds.AttendanceRate)!.Numerator);
    }

    [Fact]
    public void AbsenceAfterAsOf_DoesNotCount()
    {
        var fact = Given.Assess(Given.Member(Given.Absent(101)), Given.Year(100)).Fact(IndicatorIds.AttendanceRate)!;

        Assert.Equal((0L, 200L), (fact.Numerator, fact.Denominator));
    }

    [Fact]
    public void DaysAfterTheLastSubmission_AreNeitherPresentNorAbsent()
    {
        var context = Given.Year(100) with { LastSubmitted = new Dictionary<string, DateOnly>(StringComparer.Ordinal) { [Given.School] = Given.Day(80) } };
        var record = Given.Member(Given.AbsentOn([1, 2, 3, 4, 5, 6, 7, 8]));
        var result = Given.Assess(record, context);
        var fact = result.Fact(IndicatorIds.AttendanceRate)!;

        Assert.Equal((16L, 160L), (fact.Numerator, fact.Denominator));
        Assert.Equal(20, fact.Number(AttendanceIndicator.UnmeasuredDays));
        Assert.Equal(Given.Day(80), fact.To);
        Assert.Equal(VerdictStatus.OffTrack, Given.Verdict(result, Given.ChronicAbsence).Status);

        var through = Given.With(new AttendanceSettings { MeasuredThrough = MeasuredThrough.AsOf });
        Assert.Equal(200, Given.Assess(record, context, through).Fact(IndicatorIds.AttendanceRate)!.Denominator);
    }

    [Fact]
    public void SchoolThatNeverSubmitted_IsNotEnoughData()
    {
        var context = Given.Year(100) with { LastSubmitted = new Dictionary<string, DateOnly>(StringComparer.Ordinal) };
        var verdict = Given.Verdict(Given.Assess(Given.Member(), context), Given.ChronicAbsence);

        Assert.Equal(VerdictStatus.NotEnoughData, verdict.Status);
        Assert.Contains("No attendance was submitted", verdict.InEnglish(), StringComparison.Ordinal);
    }

    [Fact]
    public void PositiveCapture_CountsOnlyDaysWithARow()
    {
        var context = Given.Year(100) with { AttendanceCapture = AttendanceCapture.Positive };
        var marks = Enumerable.Range(1, 20).Select(d => Given.Mark(d, d <= 2 ? AttendanceCategory.ExcusedAbsence : AttendanceCategory.Present)).ToArray();
        var fact = Given.Assess(Given.Member(marks), context).Fact(IndicatorIds.AttendanceRate)!;

        Assert.Equal((4L, 40L), (fact.Numerator, fact.Denominator));
        Assert.Equal(80, fact.Number(AttendanceIndicator.UnmeasuredDays));
    }

    [Fact]
    public void WeatherDay_IsNoDayAndItsMakeUpDayIs()
    {
        var make = new DateOnly(2026, 6, 20);
        CalendarDay[] rows =
        [
            .. Given.SchoolDays[..20].Select((d, i) => new CalendarDay(Given.School, d, i == 9 ? "Weather day" : "Instructional day")),
            new(Given.School, make, "Make-up day"), new(Given.District, new DateOnly(2026, 6, 22), "Instructional day"),
        ];
        var calendar = DistrictCalendar.Create(rows, Given.District, VerdictSettings.Default.Attendance.InstructionalEvents, Given.FirstDay, Given.LastDay);
        var context = Given.Year(100) with
        {
            Calendar = calendar, AsOf = make, LastSubmitted = new Dictionary<string, DateOnly>(StringComparer.Ordinal) { [Given.School] = make },
        };
        var result = Given.Assess(Given.Member(Given.Absent(10), new AttendanceMark(Given.School, null, make, AttendanceCategory.ExcusedAbsence)), context);

        Assert.Equal((2L, 40L), (result.Fact(IndicatorIds.AttendanceRate)!.Numerator, result.Fact(IndicatorIds.AttendanceRate)!.Denominator));
        Assert.Equal(20, result.Schools[0].InstructionalDays);
        Assert.Equal(VerdictStatus.AtRisk, Given.Verdict(result, Given.ChronicAbsence).Status);
        Assert.Equal(new DateOnly(2026, 6, 22), calendar.For(Given.OtherSchool).Last);
    }
}
