using ClosingGap.Domain.Roster;

namespace ClosingGap.Domain.Indicators;

/// <summary>Results on tests up to the as-of date: how many are at or above the proficient level of those that have a level; the newest are its items.</summary>
public static class AssessmentIndicator
{
    public const string Results = "results";
    public const string NotTested = "notTested";

    /// <summary>Measures one student.</summary>
    public static Fact Measure(LearningRecord record, SchoolYearContext context)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(context);
        long proficient = 0, levels = 0, results = 0, notTested = 0;
        foreach (ref readonly var result in record.Assessments.AsSpan())
        {
            if (result.Date > context.AsOf)
            {
                continue;
            }

            results += result.WasNotTested ? 0 : 1;
            notTested += result.WasNotTested ? 1 : 0;
            levels += result is { WasNotTested: false, LevelMet: not null } ? 1 : 0;
            proficient += result is { WasNotTested: false, LevelMet: true } ? 1 : 0;
        }

        var missing = !context.Holds(SnapshotTables.AssessmentResults) ? MissingEvidence.Table : results == 0 ? MissingEvidence.Rows : MissingEvidence.None;
        return new Fact(
            IndicatorIds.AssessmentResults, null, proficient, levels, FactUnit.Events, context.FirstDay, context.AsOf, context.AsOf, missing,
            [new(Results, results), new(NotTested, notTested)])
        {
            Items = results == 0 ? null : Newest(record, context),
        };
    }

    private static FactItem[] Newest(LearningRecord record, SchoolYearContext context) =>
    [
        .. record.Assessments.Where(result => !result.WasNotTested && !(result.Date > context.AsOf))
            .OrderByDescending(result => result.Date).ThenBy(result => result.AssessmentIdentifier, StringComparer.Ordinal).ThenByDescending(result => result.ScoreHundredths)
            .Take(FactItem.Most)
            .Select(result => new FactItem(
                result.Date, Title: FactItem.Cut(result.AssessmentIdentifier), Number: result.ScoreHundredths, Letter: FactItem.Cut(result.PerformanceLevel))),
    ];
}
