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
    private const int UsualClasses = 8;

    private LatestMarks(DateOnly begin, DateOnly end, IReadOnlyList<PeriodGrade> marks) => (Begin, End, Marks) = (begin, end, marks);

    /// <summary>First day of the period.</summary>
    public DateOnly Begin { get; }

    /// <summary>Last day of the period.</summary>
    public DateOnly End { get; }

    /// <summary>One mark for each class, each with a letter or a number.</summary>
    public IReadOnlyList<PeriodGrade> Marks { get; }

    /// <summary>Finds them; null when the student has none in the school year.</summary>
    public static LatestMarks? Of(LearningRecord record, SchoolYearContext context, GradeSettings settings)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(settings);
        var sessions = new RecentSessions(context.Sessions);
        AcademicSession? latest = null;
        var marks = new List<PeriodGrade>(UsualClasses);
        foreach (ref readonly var grade in record.Grades.AsSpan())
        {
            if (PeriodOf(grade, ref sessions, context) is not { } period)
            {
                continue;
            }

            var order = latest is null ? 1 : Compare(period, latest);
            if (order > 0)
            {
                latest = period;
                marks.Clear();
            }

            if (order >= 0)
            {
                Add(marks, grade, settings);
            }
        }

        return latest is null ? null : new LatestMarks(latest.Begin, latest.End, marks);
    }

    private static int Compare(AcademicSession one, AcademicSession other) =>
        ReferenceEquals(one, other) ? 0 : one.End != other.End ? one.End.CompareTo(other.End) : one.Begin.CompareTo(other.Begin);

    // A student has a handful of classes: looking through them is quicker than a dictionary.
    private static void Add(List<PeriodGrade> marks, in PeriodGrade grade, GradeSettings settings)
    {
        for (var i = 0; i < marks.Count; i++)
        {
            if (string.Equals(marks[i].ClassSourcedId, grade.ClassSourcedId, StringComparison.Ordinal))
            {
                if (Counts(grade, marks[i], settings))
                {
                    marks[i] = grade;
                }

                return;
            }
        }

        marks.Add(grade);
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

    private static AcademicSession? PeriodOf(in PeriodGrade grade, ref RecentSessions sessions, SchoolYearContext context) =>
        grade.Type == GradeType.GradingPeriod
        && (grade.NumericHundredths is not null || !string.IsNullOrWhiteSpace(grade.Letter))
        && sessions.Find(grade.AcademicSessionSourcedId) is { } session
        && session.Begin <= context.AsOf && session.End >= context.FirstDay
        && context.Knows(session, grade.AsOfDate)
            ? session
            : null;
}
