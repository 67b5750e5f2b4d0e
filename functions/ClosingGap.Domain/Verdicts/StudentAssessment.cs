using ClosingGap.Domain.Gaps;
using ClosingGap.Domain.Graduation;
using ClosingGap.Domain.Groups;
using ClosingGap.Domain.Growth;
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
        var learning = Known(student.Learning, context);
        var memberships = YearMemberships.Of(learning, context);
        var grade = GradeOf(learning, memberships);
        var inForce = milestones.InForceOn(context.AsOf);
        var (facts, schools, verdicts, band) = Judge(learning, memberships, grade, context, settings, inForce, previous ?? PreviousVerdicts.Empty);
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
            Progress = context.IsPast || student.Learning.Assessments.Length == 0 ? [] : AssessmentProgress.Of(student.Learning.Assessments, context, ProgressSettings.Default, settings.Growth.Goals),
            Growth = context.IsPast ? [] : AssessmentGrowth.Of(student.Learning.Assessments, context),
            Levels = context.IsPast ? [] : TestLevels.Of(student.Learning, context),
            AttendanceBand = band,
            Priority = PriorityOf(verdicts, inForce),
        };
    }

    /// <summary>3 for each verdict off track, 1 for each at risk, times the milestone's weight, summed: one milestone missed weighs as three that are merely at risk.</summary>
    /// <param name="verdicts">The verdicts, one for each definition, in the same order.</param>
    /// <param name="inForce">The definitions that were applied.</param>
    public static int PriorityOf(IReadOnlyList<Verdict> verdicts, MilestoneSet inForce)
    {
        ArgumentNullException.ThrowIfNull(verdicts);
        ArgumentNullException.ThrowIfNull(inForce);
        var priority = 0;
        for (var i = 0; i < verdicts.Count; i++)
        {
            priority += inForce.Definitions[i].Weight * verdicts[i].Status switch
            {
                VerdictStatus.OffTrack => 3,
                VerdictStatus.AtRisk => 1,
                _ => 0,
            };
        }

        return priority;
    }

    private static LearningRecord Known(LearningRecord record, SchoolYearContext context) =>
        !context.IsPast || Array.TrueForAll(record.Attempts, attempt => context.Knows(attempt))
            ? record
            : record with { Attempts = [.. record.Attempts.Where(attempt => context.Knows(attempt))] };

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
        var behavior = BehaviorIndicator.Measure(record, memberships, context);
        Fact[] own =
        [
            attendance.Student, .. CourseFailureIndicator.Measure(record, context, settings.Grades), CourseAttemptIndicator.Measure(record, context, settings.Grades),
            CreditIndicator.Measure(record, memberships, context, settings.Credits),
            .. CreditIndicator.BySubject(record, memberships, context, settings.Credits), .. TranscriptIndicator.Measure(record, context, settings),
            SuspensionIndicator.Measure(record, context), behavior, .. RemovalIndicator.Measure(record, behavior, context),
            StateOffenseIndicator.Measure(record, context),
            attendance.Streak, MobilityIndicator.Measure(memberships, context), AssessmentIndicator.Measure(record, context),
        ];
        var input = new EvaluationInput(own, grade, context.SchoolYear, context.AsOf, WindowOf(memberships, attendance.Student, context), settings.Credits)
        {
            Lms = LmsMeasure.Of(record, context),
            HoldsAssessments = context.Holds(SnapshotTables.AssessmentResults),
            Assessments = record.Assessments,
            AssessmentsById = context.Assessments,
            Grades = settings.Grades,
            CourseAttempts = record.Attempts,
            CourseCodesNow = CourseCodesNow(record, context),
            Cohort = CohortMembership.Of(record, context),
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

        Fact[] facts = [.. own, .. attendance.Schools, .. input.Lms.SelectMany(lms => lms.Facts)];
        return (facts, schools, verdicts, thresholds.BandOf(attendance.Student));
    }

    private static List<string> CourseCodesNow(LearningRecord record, SchoolYearContext context)
    {
        var codes = new List<string>(record.Sections.Length);
        foreach (ref readonly var section in record.Sections.AsSpan())
        {
            if (!(section.Begin > context.AsOf) && !(section.End <= context.AsOf) && context.CodeOf(section.ClassSourcedId) is { } code)
            {
                codes.Add(code);
            }
        }

        return codes;
    }

    private static string? GradeOf(LearningRecord record, YearMemberships memberships)
    {
        var grade = string.IsNullOrWhiteSpace(record.GradeLevel) ? memberships.Latest?.EntryGradeLevel : record.GradeLevel;
        return string.IsNullOrWhiteSpace(grade) ? null : grade;
    }

    private static JudgedWindow WindowOf(YearMemberships memberships, Fact attendance, SchoolYearContext context)
    {
        var calendar = memberships.Latest is { } latest ? context.Calendar.For(latest.SchoolSourcedId) : context.Calendar.District;
        var last = calendar.Last ?? context.Calendar.Last;
        var closed = context.AsOf >= (last ?? context.LastDay);
        return closed || last is null || !memberships.Active
            ? new JudgedWindow(closed, 0, last)
            : new JudgedWindow(false, 2 * calendar.Within(attendance.To.AddDays(1), last.Value).Length, last);
    }
}
