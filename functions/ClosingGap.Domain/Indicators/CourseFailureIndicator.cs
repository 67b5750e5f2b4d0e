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
        var holds = context.Holds(SnapshotTables.GradingPeriodGrades);
        var latest = holds ? LatestMarks.Of(record, context, settings) : null;
        var (all, core, english, mathematics) = (new MarkTally(), new MarkTally(), new MarkTally(), new MarkTally());
        List<FactItem>? items = null;
        foreach (var mark in latest?.Marks ?? [])
        {
            var subject = mark.Subject ?? context.SubjectOf(mark.ClassSourcedId);
            var failed = LatestMarks.IsFailing(mark, settings);
            var (number, points) = (settings.Scale.NumberOf(mark.Letter, mark.NumericHundredths), settings.Scale.PointsOf(mark.Letter, mark.NumericHundredths));
            all.Add(failed, number, points);
            if (failed)
            {
                (items ??= []).Add(ItemOf(mark, context));
            }

            switch (subject)
            {
                case CoreSubject.None:
                    continue;
                case CoreSubject.English:
                    english.Add(failed, number, points);
                    break;
                case CoreSubject.Mathematics:
                    mathematics.Add(failed, number, points);
                    break;
                default:
                    break;
            }

            core.Add(failed, number, points);
        }

        IReadOnlyList<EvidenceItem> evidence = latest is null ? [] : [new(PeriodBegin, null, latest.Begin), new(PeriodEnd, null, latest.End)];
        return
        [
            Failures(IndicatorIds.CourseFailures, all) with { Items = Shown(items) }, Failures(IndicatorIds.CoreFailures, core),
            Failures(IndicatorIds.EnglishFailures, english), Failures(IndicatorIds.MathematicsFailures, mathematics),
            Mean(IndicatorIds.EnglishMean, english), Mean(IndicatorIds.MathematicsMean, mathematics),
            Lowest(IndicatorIds.EnglishLowest, english), Lowest(IndicatorIds.MathematicsLowest, mathematics),
        ];

        // In an order of their own: rows may come in any.
        static IReadOnlyList<FactItem>? Shown(List<FactItem>? items)
        {
            items?.Sort(static (one, other) => string.CompareOrdinal(one.ClassSourcedId, other.ClassSourcedId));
            return items is { Count: > FactItem.Most } ? items[..FactItem.Most] : items;
        }

        static FactItem ItemOf(in PeriodGrade mark, SchoolYearContext context) => new(
            null, mark.ClassSourcedId, null, context.Classes.TryGetValue(mark.ClassSourcedId, out var info) ? FactItem.Cut(info.Title) : null,
            mark.NumericHundredths, FactItem.Cut(mark.Letter));

        Fact Failures(string id, in MarkTally tally) => Make(id, tally.Failed, tally.Count, FactUnit.Courses, tally.Count > 0);

        Fact Mean(string id, in MarkTally tally) => Make(id, tally.SumHundredths, tally.Numbers, FactUnit.MarkHundredths, tally.Numbers > 0);

        Fact Lowest(string id, in MarkTally tally) => Make(id, tally.LowestPoints ?? 0, 0, FactUnit.MarkHundredths, tally.LowestPoints is not null);

        Fact Make(string id, long numerator, long denominator, FactUnit unit, bool isMeasured)
        {
            if (latest is null || !isMeasured)
            {
                return new Fact(
                    id, null, 0, 0, unit, context.FirstDay, context.AsOf, context.AsOf, holds ? MissingEvidence.Rows : MissingEvidence.Table, []);
            }

            var to = latest.End < context.AsOf ? latest.End : context.AsOf;
            return new Fact(
                id, null, numerator, denominator, unit, latest.Begin, to, context.AsOf, MissingEvidence.None, evidence);
        }
    }
}
