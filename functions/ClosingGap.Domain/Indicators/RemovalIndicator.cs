using ClosingGap.Domain.Roster;

namespace ClosingGap.Domain.Indicators;

/// <summary>Counts of the school year up to the as-of date: out-of-school suspensions, all removals (suspensions in and out of school, expulsions), and distinct incidents.</summary>
public static class RemovalIndicator
{
    /// <summary>Measures one student.</summary>
    /// <param name="record">What happened at school.</param>
    /// <param name="behavior">The fact of days with disciplinary actions, which counts the incidents.</param>
    /// <param name="context">The school year.</param>
    public static Fact[] Measure(LearningRecord record, Fact behavior, SchoolYearContext context)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(behavior);
        ArgumentNullException.ThrowIfNull(context);
        long outOfSchool = 0, removals = 0;
        foreach (ref readonly var mark in record.Discipline.AsSpan())
        {
            if (mark.Date >= context.FirstDay && mark.Date <= context.Through)
            {
                outOfSchool += mark.Kind == DisciplineKind.OutOfSchoolSuspension ? 1 : 0;
                removals += mark.Kind is DisciplineKind.InSchoolSuspension or DisciplineKind.OutOfSchoolSuspension or DisciplineKind.Expulsion ? 1 : 0;
            }
        }

        return
        [
            Make(IndicatorIds.OutOfSchoolSuspensions, outOfSchool), Make(IndicatorIds.Removals, removals),
            Make(IndicatorIds.Incidents, behavior.Number(BehaviorIndicator.Incidents)),
        ];

        Fact Make(string id, long count) => new(
            id, null, count, 0, FactUnit.Events, context.FirstDay, context.Through, context.AsOf,
            context.Holds(SnapshotTables.DisciplineActions) ? MissingEvidence.None : MissingEvidence.Table, []);
    }
}
