using ClosingGap.Domain.Roster;
using ClosingGap.Domain.Settings;

namespace ClosingGap.Domain.Indicators;

/// <summary>Of the latest grading period (<see cref="LatestMarks"/>): classes failed of classes graded, in all and in core subjects; in English and mathematics also the mean and the lowest mark.</summary>
public static class CourseFailureIndicator
{
    public const string PeriodBegin = "periodBegin";
    public const string PeriodEnd = "periodEnd";

    /// <summary>Measures one student: <c>course.failures</c> first, then those by subject.</summary>
    public static Fact[] Measure(LearningRecord record, SchoolYearContext context, GradeSettings settings)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(settings);
        var facts = new PeriodFacts(record, context, settings);
        var (core, english, mathematics) = (new MarkTally(), new MarkTally(), new MarkTally());
        foreach (var mark in facts.Marks)
        {
            var subject = mark.Subject ?? context.SubjectOf(mark.ClassSourcedId);
            if (subject == CoreSubject.None)
            {
                continue;
            }

            var failed = LatestMarks.IsFailing(mark, settings);
            var (number, points) = (settings.Scale.NumberOf(mark.Letter, mark.NumericHundredths), settings.Scale.PointsOf(mark.Letter, mark.NumericHundredths));
            core.Add(failed, number, points);
            switch (subject)
            {
                case CoreSubject.English:
                    english.Add(failed, number, points);
                    break;
                case CoreSubject.Mathematics:
                    mathematics.Add(failed, number, points);
                    break;
                default:
                    break;
            }
        }

        return
        [
            All(facts, context, settings), facts.Failures(IndicatorIds.CoreFailures, core),
            facts.Failures(IndicatorIds.EnglishFailures, english), facts.Failures(IndicatorIds.MathematicsFailures, mathematics),
            facts.Mean(IndicatorIds.EnglishMean, english), facts.Mean(IndicatorIds.MathematicsMean, mathematics),
            facts.Lowest(IndicatorIds.EnglishLowest, english), facts.Lowest(IndicatorIds.MathematicsLowest, mathematics),
        ];
    }

    /// <summary>Measures <c>course.failures</c> alone, over all subjects.</summary>
    public static Fact MeasureAll(LearningRecord record, SchoolYearContext context, GradeSettings settings)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(settings);
        return All(new PeriodFacts(record, context, settings), context, settings);
    }

    private static Fact All(PeriodFacts facts, SchoolYearContext context, GradeSettings settings)
    {
        var tally = new MarkTally();
        List<FactItem>? items = null;
        foreach (var mark in facts.Marks)
        {
            var failed = LatestMarks.IsFailing(mark, settings);
            tally.Add(failed, null, null);
            if (failed)
            {
                (items ??= []).Add(ItemOf(mark, context));
            }
        }

        var fact = facts.Failures(IndicatorIds.CourseFailures, tally);
        return items is null ? fact : fact with { Items = Shown(items) };
    }

    /// <summary>The first of them in an order of their own: rows may come in any.</summary>
    private static List<FactItem> Shown(List<FactItem> items)
    {
        items.Sort(static (one, other) => string.CompareOrdinal(one.ClassSourcedId, other.ClassSourcedId));
        return items.Count > FactItem.Most ? items[..FactItem.Most] : items;
    }

    private static FactItem ItemOf(in PeriodGrade mark, SchoolYearContext context) => new(
        null, mark.ClassSourcedId, null, context.Classes.TryGetValue(mark.ClassSourcedId, out var info) ? FactItem.Cut(info.Title) : null,
        mark.NumericHundredths, FactItem.Cut(mark.Letter));
}
