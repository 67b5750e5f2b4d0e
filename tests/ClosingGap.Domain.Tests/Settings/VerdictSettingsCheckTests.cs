using ClosingGap.Domain.Roster;
using ClosingGap.Domain.Settings;

namespace ClosingGap.Domain.Tests.Settings;

public sealed class VerdictSettingsCheckTests
{
    public static TheoryData<string, VerdictSettings> Wrong => new()
    {
        { "attendance.absentCategories", Given.With(new() { AbsentCategories = new HashSet<AttendanceCategory>() }) },
        { "attendance.absentCategories", Given.With(new() { AbsentCategories = new HashSet<AttendanceCategory> { AttendanceCategory.Present } }) },
        { "attendance.dayRule", Given.With(new() { DayRule = (DayRule)9 }) },
        { "attendance.measuredThrough", Given.With(new() { MeasuredThrough = (MeasuredThrough)9 }) },
        { "attendance.shareNumerator", Given.With(new() { ShareNumerator = 3, ShareDenominator = 2 }) },
        { "attendance.shareNumerator", Given.With(new() { ShareNumerator = 0 }) },
        { "attendance.shareDenominator", Given.With(new() { ShareDenominator = 101 }) },
        { "attendance.instructionalEvents", Given.With(new() { InstructionalEvents = new HashSet<string>() }) },
        { "grades.passMarkHundredths", new() { Grades = new() { PassMarkHundredths = -1 } } },
        { "grades.failLetters", new() { Grades = new() { FailLetters = new HashSet<string> { " F" } } } },
        { "credits.atRiskShortfallHundredths", new() { Credits = new() { AtRiskShortfallHundredths = 10_001 } } },
        { "credits.notCountedRepeatCodes", new() { Credits = new() { NotCountedRepeatCodes = new HashSet<string> { "" } } } },
    };

    [Theory]
    [MemberData(nameof(Wrong), DisableDiscoveryEnumeration = true)]
    public void WrongSetting_IsNamedByPath(string path, VerdictSettings settings) =>
        Assert.Contains(VerdictSettingsCheck.Check(settings), e => e.Path == path && e.Code.StartsWith("settings.", StringComparison.Ordinal));

    [Fact]
    public void Defaults_AreRight() => Assert.Empty(VerdictSettingsCheck.Check(VerdictSettings.Default));
}
