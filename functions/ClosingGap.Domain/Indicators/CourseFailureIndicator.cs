using ClosingGap.Domain.Roster;
using ClosingGap.Domain.Settings;

namespace ClosingGap.Domain.Indicators;

/// <summary>
/// Classes failed of classes graded in the latest grading period for which the student has grades: of the sessions of the
/// school year begun by the as-of date the one that ends last (of equals the one that begins last). Of several grades of a class the latest
/// counts; of equally late ones a failing one.
/// </summary>
public static class CourseFailureIndicator
{
    public const string PeriodBegin = "periodBegin";
    public const string PeriodEnd = "periodEnd";

    /// <summary>Measures one student.</summary>
    public static Fact Measure(LearningRecord record, SchoolYearContext context, GradeSettings settings)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(settings);
        if (!context.Holds(SnapshotTables.GradingPeriodGrades))
        {
            return Nothing(context, MissingEvidence.Table);
        }

        if (LatestPeriod(record, context, settings) is not { } period)
        {
            return Nothing(context, MissingEvidence.Rows);
        }

        var latest = new Dictionary<string, (DateOnly AsOf, bool Fails)>(StringComparer.Ordinal);
        foreach (ref readonly var grade in record.Grades.AsSpan())
        {
            if (PeriodOf(grade, context, settings) != period)
            {
                continue;
            }

            var asOf = grade.AsOfDate ?? DateOnly.MinValue;
            var fails = FailingGrades.IsFailing(grade.Letter, grade.NumericHundredths, settings) == true;
            if (!latest.TryGetValue(grade.ClassSourcedId, out var known) || asOf > known.AsOf || (asOf == known.AsOf && fails))
            {
                latest[grade.ClassSourcedId] = (asOf, fails);
            }
        }

        var failed = 0;
        foreach (var (_, fails) in latest.Values)
        {
            failed += fails ? 1 : 0;
        }

        var to = period.End < context.AsOf ? period.End : context.AsOf;
        return new Fact(
            IndicatorIds.CourseFailures, null, failed, latest.Count, FactUnit.Courses, period.Begin, to, context.AsOf, MissingEvidence.None,
            [new(PeriodBegin, null, period.Begin), new(PeriodEnd, null, period.End)]);
    }

    private static (DateOnly End, DateOnly Begin)? LatestPeriod(LearningRecord record, SchoolYearContext context, GradeSettings settings)
    {
        (DateOnly End, DateOnly Begin)? latest = null;
        foreach (ref readonly var grade in record.Grades.AsSpan())
        {
            if (PeriodOf(grade, context, settings) is { } period && (latest is not { } known || period.CompareTo(known) > 0))
            {
                latest = period;
            }
        }

        return latest;
    }

    private static (DateOnly End, DateOnly Begin)? PeriodOf(in PeriodGrade grade, SchoolYearContext context, GradeSettings settings)
    {
        if (grade.Type != GradeType.GradingPeriod
            || FailingGrades.IsFailing(grade.Letter, grade.NumericHundredths, settings) is null
            || !context.Sessions.TryGetValue(grade.AcademicSessionSourcedId, out var session)
            || session.Begin > context.AsOf || session.End < context.FirstDay)
        {
            return null;
        }

        return (session.End, session.Begin);
    }

    private static Fact Nothing(SchoolYearContext context, MissingEvidence missing) => new(
        IndicatorIds.CourseFailures, null, 0, 0, FactUnit.Courses, context.FirstDay, context.AsOf, context.AsOf, missing, []);
}
