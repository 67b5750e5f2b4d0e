using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using ClosingGap.Domain.Indicators;
using ClosingGap.Domain.Milestones;
using ClosingGap.Domain.Roster;
using ClosingGap.Domain.Verdicts;
using FsCheck;
using FsCheck.Fluent;

namespace ClosingGap.Domain.Tests.Properties;

public sealed class AssessmentProperties(ITestOutputHelper output)
{
    [Fact]
    public void RowOrder_NeverMatters() => PropertyCheck.Holds(
        output,
        from scenario in Scenario.Any
        from seed in Gen.Choose(0, int.MaxValue - 1)
        select (scenario, seed),
        c => Assert.Equal(Json(Assess(c.scenario)), Json(Assess(Shuffled(c.scenario, new System.Random(c.seed))))));

    [Fact]
    public void OneMoreAbsence_NeverImprovesAttendanceOfMeasuredDays() => PropertyCheck.Holds(
        output,
        from scenario in Scenario.Any
        from mark in Scenario.Absences
        select (scenario, mark),
        c =>
        {
            // A daily row overrides section rows by rule, and in positive capture any row measures a day: both may rightly lower the rate.
            var scenario = c.scenario with { Context = c.scenario.Context with { AttendanceCapture = AttendanceCapture.Negative } };
            var mark = c.mark.ClassSourcedId is null ? c.mark with { DurationHundredths = null } : c.mark;
            var before = Assess(scenario).Fact(IndicatorIds.AttendanceRate)!;
            var after = Assess(scenario with { Student = With(scenario.Student, mark) }).Fact(IndicatorIds.AttendanceRate)!;

            Assert.Equal(before.Denominator, after.Denominator);
            Assert.True(after.Numerator >= before.Numerator);
        });

    [Fact]
    public void Attendance_EqualsAPlainRecount() => PropertyCheck.Holds(output, Scenario.Any, scenario =>
    {
        var fact = Assess(scenario).Fact(IndicatorIds.AttendanceRate)!;

        Assert.Equal(AttendanceRecount.Of(scenario), (fact.Numerator, fact.Denominator));
    });

    [Fact]
    public void DemographicsAndPrograms_NeverChangeAVerdict() => PropertyCheck.Holds(
        output,
        from scenario in Scenario.Any
        from other in Scenario.Students
        select (scenario, other),
        c =>
        {
            var student = c.scenario.Student with { Demographics = c.other.Demographics, Programs = c.other.Programs, GivenName = "X", SourcedId = c.other.SourcedId };

            Assert.Equal(Json(Assess(c.scenario).Verdicts), Json(Assess(c.scenario with { Student = student }).Verdicts));
        });

    [Fact]
    public void Sentences_NameNobodyAndNeverContradictTheStatus() => PropertyCheck.Holds(output, Scenario.Any, scenario =>
    {
        foreach (var verdict in Assess(scenario).Verdicts)
        {
            Assert.DoesNotContain("Given", verdict.InEnglish(), StringComparison.Ordinal);
            Assert.DoesNotContain("student-", verdict.InEnglish(), StringComparison.Ordinal);
            Assert.EndsWith(".", verdict.InEnglish(), StringComparison.Ordinal);
            var cannotBeJudged = Regex.IsMatch(verdict.InEnglish(), "cannot be|are needed");
            Assert.Equal(verdict.Status == VerdictStatus.NotEnoughData, cannotBeJudged);
            Assert.Equal(verdict.Status == VerdictStatus.NotApplicable, verdict.InEnglish().StartsWith("Does not apply", StringComparison.Ordinal));
        }
    });

    [Fact]
    public void PercentInTheSentence_LiesOnTheSideOfTheThresholdWhereTheStatusIs() => PropertyCheck.Holds(
        output,
        from member in Gen.Choose(10, 5000)
        from offTrack in Gen.Choose(2, 1000)
        from atRisk in Gen.Choose(1, offTrack - 1)
        from near in Gen.Elements(atRisk, offTrack)
        from step in Gen.Choose(-1, 1)
        // Half days at a threshold or one beside it: where rounding would tell another story than the status.
        select (member, absentHalf: (int)Math.Clamp(2L * member * near / 1000 + step, 0, 2 * member), offTrack, atRisk),
        c =>
        {
            var definition = Given.ChronicAbsence with { AtRiskNumerator = c.atRisk, AtRiskDenominator = 1000, OffTrackNumerator = c.offTrack, OffTrackDenominator = 1000 };
            var fact = new Fact(
                IndicatorIds.AttendanceRate, null, c.absentHalf, 2L * c.member, FactUnit.HalfDays, Given.FirstDay, Given.Day(100), Given.Day(100), MissingEvidence.None, []);
            var judgement = ThresholdRule.Judge(definition.Conditions[0], fact, new JudgedWindow(false));
            var shown = Regex.Match(judgement.InEnglish(), @"\((\d+\.\d) %\)");
            var percent = shown.Success ? decimal.Parse(shown.Groups[1].Value, CultureInfo.InvariantCulture) : 0m;
            var (low, high) = judgement.Status switch
            {
                VerdictStatus.OffTrack => (c.offTrack / 10m, 100.1m),
                VerdictStatus.AtRisk => (c.atRisk / 10m, c.offTrack / 10m),
                _ => (0m, c.atRisk / 10m),
            };

            Assert.InRange(percent, low, high - 0.1m);
            Assert.Equal(c.absentHalf == 0, judgement.InEnglish().StartsWith("No absence", StringComparison.Ordinal));
        });

    [Fact]
    public void Since_IsKeptExactlyWhileTheStatusIsKept() => PropertyCheck.Holds(
        output,
        Gen.NonEmptyListOf(Gen.Elements(Enum.GetValues<VerdictStatus>())),
        statuses =>
        {
            PreviousVerdict? previous = null;
            var began = 0;
            for (var night = 0; night < Math.Min(statuses.Count, 150); night++)
            {
                began = night > 0 && statuses[night] == statuses[night - 1] ? began : night;
                var since = MilestoneEvaluator.Since(statuses[night], Given.Day(night + 1), previous);

                Assert.Equal(Given.Day(began + 1), since);
                previous = new PreviousVerdict(statuses[night], since);
            }
        });

    [Fact]
    public void Priority_IsTheStatedSum() => PropertyCheck.Holds(output, Scenario.Any, scenario =>
    {
        var result = Assess(scenario);

        Assert.Equal(3 * result.Verdicts.Count(v => v.Status == VerdictStatus.OffTrack) + result.Verdicts.Count(v => v.Status == VerdictStatus.AtRisk), result.Priority);
    });

    private static StudentResult Assess(Scenario scenario) =>
        StudentAssessment.Assess(scenario.Student, scenario.Context, scenario.Settings, Given.Milestones);

    private static string Json(object value) => JsonSerializer.Serialize(value);

    private static StudentRecord With(StudentRecord student, AttendanceMark mark) =>
        student with { Learning = student.Learning with { Attendance = [.. student.Learning.Attendance, mark] } };

    private static Scenario Shuffled(Scenario scenario, System.Random random)
    {
        var learning = scenario.Student.Learning;
        T[] Mixed<T>(IEnumerable<T> rows)
        {
            var copy = rows.ToArray();
            random.Shuffle(copy);
            return copy;
        }

        return scenario with
        {
            Context = scenario.Context with { GraduationPlans = Mixed(scenario.Context.GraduationPlans) },
            Student = scenario.Student with
            {
                Learning = learning with
                {
                    Memberships = Mixed(learning.Memberships), Sections = Mixed(learning.Sections), Attendance = Mixed(learning.Attendance),
                    Grades = Mixed(learning.Grades), Attempts = Mixed(learning.Attempts), Discipline = Mixed(learning.Discipline),
                },
            },
        };
    }
}
