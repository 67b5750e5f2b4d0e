using ClosingGap.Domain.Groups;
using ClosingGap.Domain.Indicators;
using ClosingGap.Domain.Indicators.Lms;
using ClosingGap.Domain.Milestones;
using ClosingGap.Domain.Roster;
using ClosingGap.Domain.Settings;

namespace ClosingGap.Domain.Verdicts;

/// <summary>The whole assessment of one student: facts, verdicts, groups, priority. Pure: the same input gives the same result.</summary>
public static class StudentAssessment
{
    /// <summary>Assesses one student.</summary>
    /// <param name="student">The student's record, rows in any order.</param>
    /// <param name="context">The school year.</param>
    /// <param name="settings">The district's settings, checked.</param>
    /// <param name="milestones">The definitions, checked; those in force on the as-of date are applied.</param>
    /// <param name="previous">What was published last, or null.</param>
    public static StudentResult Assess(
        StudentRecord student,
        SchoolYearContext context,
        VerdictSettings settings,
        MilestoneSet milestones,
        PreviousVerdicts? previous = null)
    {
        ArgumentNullException.ThrowIfNull(student);
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(milestones);
        var memberships = YearMemberships.Of(student.Learning, context);
        var grade = GradeOf(student.Learning, memberships);
        var inForce = milestones.InForceOn(context.AsOf);
        var (facts, schools, verdicts, band) = Judge(student.Learning, memberships, grade, context, settings, inForce, previous ?? PreviousVerdicts.Empty);
        return new StudentResult
        {
            SourcedId = student.SourcedId,
            SchoolYear = context.SchoolYear,
            AsOf = context.AsOf,
            GradeLevel = grade,
            Active = memberships.Active,
            Schools = schools,
            Groups = StudentGroups.Of(student, grade, context),
            Facts = facts,
            Verdicts = verdicts,
            AttendanceBand = band,
            Priority = PriorityOf(verdicts),
        };
    }

    /// <summary>3 for each verdict off track, 1 for each at risk, summed: one milestone missed weighs as three that are merely at risk.</summary>
    public static int PriorityOf(IEnumerable<Verdict> verdicts)
    {
        ArgumentNullException.ThrowIfNull(verdicts);
        var priority = 0;
        foreach (var verdict in verdicts)
        {
            priority += verdict.Status switch
            {
                VerdictStatus.OffTrack => 3,
                VerdictStatus.AtRisk => 1,
                _ => 0,
            };
        }

        return priority;
    }

    // Takes the learning record alone: demographics and programs are out of reach from here on.
    private static (Fact[] Facts, SchoolResult[] Schools, Verdict[] Verdicts, AttendanceBand Band) Judge(
        LearningRecord record,
        YearMemberships memberships,
        string? grade,
        SchoolYearContext context,
        VerdictSettings settings,
        MilestoneSet inForce,
        PreviousVerdicts previous)
    {
        var attendance = AttendanceIndicator.Measure(record, memberships, context, settings.Attendance);
        var input = new EvaluationInput(
            attendance.Student,
            CourseFailureIndicator.Measure(record, context, settings.Grades),
            CreditIndicator.Measure(record, memberships, context, settings.Credits),
            SuspensionIndicator.Measure(record, context),
            grade,
            context.SchoolYear,
            context.AsOf,
            IsWindowClosed(memberships, context),
            settings.Credits)
        {
            Lms = LmsMeasure.Of(record, context),
        };
        var verdicts = new Verdict[inForce.Definitions.Count];
        for (var i = 0; i < verdicts.Length; i++)
        {
            var definition = inForce.Definitions[i];
            PreviousVerdict? known = previous.ByMilestone.TryGetValue(definition.Id, out var found) ? found : null;
            verdicts[i] = MilestoneEvaluator.Evaluate(definition, input, known);
        }

        var thresholds = AttendanceThresholds.Of(inForce.Definitions);
        var schools = new SchoolResult[attendance.Schools.Count];
        for (var i = 0; i < schools.Length; i++)
        {
            var fact = attendance.Schools[i];
            var school = fact.SchoolSourcedId!;
            schools[i] = new SchoolResult(
                school, memberships.ActiveAt(school), fact.Denominator, fact.Numerator, thresholds.BandOf(fact),
                context.Calendar.For(school).CountThrough(context.AsOf));
        }

        Fact[] facts =
        [
            input.Attendance, input.CourseFailures, CourseAttemptIndicator.Measure(record, context, settings.Grades),
            input.Credits, input.Suspensions, BehaviorIndicator.Measure(record, memberships, context), attendance.Streak,
            MobilityIndicator.Measure(memberships, context), .. attendance.Schools, .. input.Lms.SelectMany(lms => lms.Facts),
        ];
        return (facts, schools, verdicts, thresholds.BandOf(attendance.Student));
    }

    private static string? GradeOf(LearningRecord record, YearMemberships memberships)
    {
        var grade = string.IsNullOrWhiteSpace(record.GradeLevel) ? memberships.Latest?.EntryGradeLevel : record.GradeLevel;
        return string.IsNullOrWhiteSpace(grade) ? null : grade;
    }

    private static bool IsWindowClosed(YearMemberships memberships, SchoolYearContext context)
    {
        var calendar = memberships.Latest is { } latest ? context.Calendar.For(latest.SchoolSourcedId) : context.Calendar.District;
        return context.AsOf >= (calendar.Last ?? context.Calendar.Last ?? context.LastDay);
    }
}
