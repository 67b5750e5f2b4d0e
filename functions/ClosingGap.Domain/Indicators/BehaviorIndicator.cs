using System.Collections;
using ClosingGap.Domain.Roster;

namespace ClosingGap.Domain.Indicators;

/// <summary>
/// School days with a disciplinary action of the days of membership in the school year, as of Panorama's share: unlike a count it falls again
/// as days pass. An action is taken against who did something, so victims, witnesses and reporters of an incident have none. Several actions
/// of one incident are one incident; an action that names none is one of its own.
/// </summary>
public static class BehaviorIndicator
{
    public const string Incidents = "incidents";
    public const string Actions = "actions";
    public const string Expulsions = "expulsions";
    public const string LastIncident = "lastIncident";

    /// <summary>Measures one student.</summary>
    public static Fact Measure(LearningRecord record, YearMemberships memberships, SchoolYearContext context)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(memberships);
        ArgumentNullException.ThrowIfNull(context);
        var to = context.Through;
        var named = new HashSet<string>(StringComparer.Ordinal);
        var days = new HashSet<DateOnly>();
        long unnamed = 0, actions = 0, expulsions = 0;
        DateOnly? last = null;
        foreach (var mark in record.Discipline)
        {
            if (mark.Date < context.FirstDay || mark.Date > to || mark.Kind == DisciplineKind.NoAction)
            {
                continue;
            }

            actions++;
            expulsions += mark.Kind == DisciplineKind.Expulsion ? 1 : 0;
            days.Add(mark.Date);
            last = last is null || mark.Date > last ? mark.Date : last;
            if (string.IsNullOrEmpty(mark.IncidentSourcedId))
            {
                unnamed++;
            }
            else
            {
                named.Add(mark.IncidentSourcedId);
            }
        }

        var memberDays = MemberDays(memberships, context);
        var missing = !context.Holds(SnapshotTables.DisciplineActions) ? MissingEvidence.Table
            : memberDays == 0 ? MissingEvidence.Membership
            : MissingEvidence.None;
        return new Fact(
            IndicatorIds.BehaviorDays, null, days.Count, memberDays, FactUnit.Days, context.FirstDay, to, context.AsOf, missing,
            [new(Incidents, named.Count + unnamed), new(Actions, actions), new(Expulsions, expulsions), new(LastIncident, null, last)]);
    }

    /// <summary>Instructional days of membership up to the as-of date; a day in two schools is one.</summary>
    private static long MemberDays(YearMemberships memberships, SchoolYearContext context)
    {
        var isMember = new BitArray(Math.Max(0, context.LastDay.DayNumber - context.FirstDay.DayNumber + 1));
        long count = 0;
        foreach (ref readonly var span in memberships.Spans)
        {
            foreach (var instructional in context.Calendar.For(span.Membership.SchoolSourcedId).Within(span.From, span.Through))
            {
                var day = instructional.DayNumber - context.FirstDay.DayNumber;
                count += isMember[day] ? 0 : 1;
                isMember[day] = true;
            }
        }

        return count;
    }
}
