using ClosingGap.Domain.Roster;

namespace ClosingGap.Domain.Indicators;

/// <summary>
/// Distinct incidents of the school year up to the as-of date that are recorded as an offense against the law of the state and for which an
/// action was taken against the student. An incident whose behavior is not recorded is neither one nor none.
/// </summary>
public static class StateOffenseIndicator
{
    public const string WithoutBehavior = "incidentsWithoutBehavior";

    /// <summary>Measures one student.</summary>
    public static Fact Measure(LearningRecord record, SchoolYearContext context)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(context);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        long offenses = 0, withoutBehavior = 0;
        foreach (ref readonly var mark in record.Discipline.AsSpan())
        {
            if (mark.Date < context.FirstDay || mark.Date > context.Through || mark.Kind == DisciplineKind.NoAction)
            {
                continue;
            }

            if (string.IsNullOrEmpty(mark.IncidentSourcedId))
            {
                withoutBehavior++;
            }
            else if (seen.Add(mark.IncidentSourcedId))
            {
                var isKnown = context.Incidents.TryGetValue(mark.IncidentSourcedId, out var category);
                withoutBehavior += isKnown ? 0 : 1;
                offenses += isKnown && category == BehaviorCategory.StateOffense ? 1 : 0;
            }
        }

        var missing = !context.Holds(SnapshotTables.DisciplineActions) ? MissingEvidence.Table
            : offenses == 0 && withoutBehavior > 0 ? MissingEvidence.Behavior
            : MissingEvidence.None;
        return new Fact(
            IndicatorIds.StateOffenses, null, offenses, 0, FactUnit.Events, context.FirstDay, context.Through, context.AsOf, missing,
            [new(WithoutBehavior, withoutBehavior)]);
    }
}
