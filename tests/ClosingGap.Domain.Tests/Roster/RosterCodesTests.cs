using ClosingGap.Domain.Roster;

namespace ClosingGap.Domain.Tests.Roster;

public sealed class RosterCodesTests
{
    [Theory]
    [InlineData("In Attendance", AttendanceCategory.Present)]
    [InlineData(" unexcused absence ", AttendanceCategory.UnexcusedAbsence)]
    [InlineData("Early departure", AttendanceCategory.EarlyDeparture)]
    [InlineData("field trip", AttendanceCategory.Other)]
    [InlineData(null, AttendanceCategory.Other)]
    public void AttendanceCategory_IsReadFromEdFiWords(string? code, AttendanceCategory category) => Assert.Equal(category, RosterCodes.AttendanceCategoryOf(code));

    [Theory]
    [InlineData("EconomicDisadvantage", ProgramCharacteristic.EconomicDisadvantage)]
    [InlineData("IDEA", ProgramCharacteristic.Idea)]
    [InlineData("Section504", ProgramCharacteristic.Section504)]
    [InlineData("3", null)]
    [InlineData("Idea,Migrant", null)]
    [InlineData("", null)]
    public void Characteristic_IsReadByName(string code, ProgramCharacteristic? characteristic) => Assert.Equal(characteristic, RosterCodes.ProgramCharacteristicOf(code));

    [Fact]
    public void BlankCodes_AreWhatTheirTypeSays()
    {
        Assert.Equal(GradeType.GradingPeriod, RosterCodes.GradeTypeOf(" "));
        Assert.Equal(GradeType.Other, RosterCodes.GradeTypeOf("Benchmark"));
        Assert.Equal(CourseAttemptResult.NotGiven, RosterCodes.CourseAttemptResultOf(null));
        Assert.Equal(DisciplineKind.OutOfSchoolSuspension, RosterCodes.DisciplineKindOf("out of school suspension"));
        Assert.Equal(Sex.Unknown, RosterCodes.SexOf(null));
        Assert.Equal(Sex.Female, RosterCodes.SexOf("Female"));
    }

    [Fact]
    public void Capture_IsPositiveWhenMostRowsSayPresent()
    {
        Assert.Equal(AttendanceCapture.Negative, AttendanceCaptureDetection.Decide(0, 0));
        Assert.Equal(AttendanceCapture.Negative, AttendanceCaptureDetection.Decide(50, 100));
        Assert.Equal(AttendanceCapture.Positive, AttendanceCaptureDetection.Decide(51, 100));
    }
}
