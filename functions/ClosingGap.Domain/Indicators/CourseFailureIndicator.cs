using ClosingGap.Domain.Roster;
using ClosingGap.Domain.Settings;

namespace ClosingGap.Domain.Indicators;

/// <summary>Of the latest grading period (<see cref="LatestMarks"/>): classes failed of classes graded, in all and in core subjects; in English and mathematics also the mean and the lowest mark.</summary>
public static class CourseFailureIndicator
{
    public const string PeriodBegin = "periodBegin";
    public const string PeriodEnd = "periodEnd";

    /// <summary>Below it a number fails; told where a number decided, for a letter goes before it.</summary>
    public const string PassMarkHundredths = "passMarkHundredths";

    /// <summary>Measures one student: <c>course.failures</c> first, then those by subject.</summary>
    public static Fact[] Measure(LearningRecord record, SchoolYearContext context, GradeSettings settings)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(settings);
        var facts = new PeriodFacts(record, context, settings);
        var (all, core, english, mathematics) = (new FailedMarks(context), new MarkTally(), new MarkTally(), new MarkTally());
        foreach (var mark in facts.Marks)
        {
            var failed = LatestMarks.IsFailing(mark, settings);
            all.Add(mark, failed);
            var subject = mark.Subject ?? context.SubjectOf(mark.ClassSourcedId);
            if (subject == CoreSubject.None)
            {
                continue;
            }

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
            all.ToFact(facts), facts.Failures(IndicatorIds.CoreFailures, core),
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
        var facts = new PeriodFacts(record, context, settings);
        var all = new FailedMarks(context);
        foreach (var mark in facts.Marks)
        {
            all.Add(mark, LatestMarks.IsFailing(mark, settings));
        }

        return all.ToFact(facts);
    }
}
