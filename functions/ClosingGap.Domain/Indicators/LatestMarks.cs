using ClosingGap.Domain.Roster;
using ClosingGap.Domain.Settings;

namespace ClosingGap.Domain.Indicators;

/// <summary>
/// A student's marks of the latest grading period for which there are any: of the sessions of the school year begun by the as-of date the one
/// that ends last (of equals the one that begins last). Of several marks of a class the latest counts; of equally late ones a failing one,
/// then the lower one. A mark of a period that is not over, recorded after the as-of date, is not known yet; one of a period that is over counts
/// whenever it was recorded: it may have been corrected.
/// </summary>
public sealed class LatestMarks
{
    private LatestMarks(DateOnly begin, DateOnly end, IReadOnlyCollection<PeriodGrade> marks) => (Begin, End, Marks) = (begin, end, marks);

    /// <summary>First day of the period.</summary>
    public DateOnly Begin { get; }

    /// <summary>Last day of the period.</summary>
    public DateOnly End { get; }

    /// <summary>One mark for each class, each with a letter or a number.</summary>
    public IReadOnlyCollection<PeriodGrade> Marks { get; }

    /// <summary>Finds them; null when the student has none in the school year.</summary>
    public static LatestMarks? Of(LearningRecord record, SchoolYearContext context, GradeSettings settings)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(settings);
        (DateOnly End, DateOnly Begin)? latest = null;
        foreach (ref readonly var grade in record.Grades.AsSpan())
        {
            if (PeriodOf(grade, context, settings) is { } period && (latest is not { } known || period.CompareTo(known) > 0))
            {
                latest = period;
            }
        }

        if (latest is not var (end, begin))
        {
            return null;
        }

        var marks = new Dictionary<string, PeriodGrade>(StringComparer.Ordinal);
        foreach (ref readonly var grade in record.Grades.AsSpan())
        {
            if (PeriodOf(grade, context, settings) == latest
                && (!marks.TryGetValue(grade.ClassSourcedId, out var known) || Counts(grade, known, settings)))
            {
                marks[grade.ClassSourcedId] = grade;
            }
        }

        return new LatestMarks(begin, end, marks.Values);
    }

    private static bool Counts(in PeriodGrade grade, in PeriodGrade known, GradeSettings settings)
    {
        var (one, other) = (grade.AsOfDate ?? DateOnly.MinValue, known.AsOfDate ?? DateOnly.MinValue);
        if (one != other)
        {
            return one > other;
        }

        var (fails, failed) = (IsFailing(grade, settings), IsFailing(known, settings));
        if (fails != failed)
        {
            return fails;
        }

        // Rows that say nearly the same must not make the result depend on their order.
        var order = Nullable.Compare(settings.Scale.NumberOf(grade.Letter, grade.NumericHundredths), settings.Scale.NumberOf(known.Letter, known.NumericHundredths));
        return order != 0 ? order < 0 : string.CompareOrdinal(grade.Letter, known.Letter) > 0;
    }

    /// <summary>Whether a mark fails.</summary>
    public static bool IsFailing(in PeriodGrade grade, GradeSettings settings) =>
        FailingGrades.IsFailing(grade.Letter, grade.NumericHundredths, settings) == true;

    private static (DateOnly End, DateOnly Begin)? PeriodOf(in PeriodGrade grade, SchoolYearContext context, GradeSettings settings)
    {
        if (grade.Type != GradeType.GradingPeriod
            || FailingGrades.IsFailing(grade.Letter, grade.NumericHundredths, settings) is null
            || !context.Sessions.TryGetValue(grade.AcademicSessionSourcedId, out var session)
            || session.Begin > context.AsOf || session.End < context.FirstDay
            || !context.Knows(session, grade.AsOfDate))
        {
            return null;
        }

        return (session.End, session.Begin);
    }
}
