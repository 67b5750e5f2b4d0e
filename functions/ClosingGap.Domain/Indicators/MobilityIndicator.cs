using ClosingGap.Domain.Roster;

namespace ClosingGap.Domain.Indicators;

/// <summary>
/// Changes of school within the school year (student mobility): a membership that begins after the memberships before it have ended, at another
/// school than the one left last. Who comes back to that school after a school day or more returns, and who is in two schools at a time changes
/// neither.
/// </summary>
public static class MobilityIndicator
{
    public const string SchoolsAttended = "schools";
    public const string Returns = "returns";
    public const string DaysWithoutSchool = "daysWithoutSchool";
    public const string LastChange = "lastChange";

    /// <summary>Measures one student.</summary>
    public static Fact Measure(YearMemberships memberships, SchoolYearContext context)
    {
        ArgumentNullException.ThrowIfNull(memberships);
        ArgumentNullException.ThrowIfNull(context);
        var spans = memberships.Spans.ToArray();
        Array.Sort(spans, ByBegin);
        var schools = new HashSet<string>(StringComparer.Ordinal);
        long changes = 0, returns = 0, without = 0;
        DateOnly? lastChange = null;
        MembershipInYear? left = null;
        foreach (var span in spans)
        {
            var school = span.Membership.SchoolSourcedId;
            schools.Add(school);
            if (left is { } last && last.Through < span.From)
            {
                var between = context.Calendar.For(school).Within(last.Through.AddDays(1), span.From.AddDays(-1)).Length;
                var isSame = string.Equals(last.Membership.SchoolSourcedId, school, StringComparison.Ordinal);
                changes += isSame ? 0 : 1;
                returns += isSame && between > 0 ? 1 : 0;
                lastChange = isSame ? lastChange : span.From;
                without += between;
            }

            left = left is { } known && known.Through >= span.Through ? known : span;
        }

        var missing = !context.Holds(SnapshotTables.SchoolEnrollments) ? MissingEvidence.Table
            : spans.Length == 0 ? MissingEvidence.Membership
            : MissingEvidence.None;
        var to = context.Through;
        return new Fact(
            IndicatorIds.SchoolChanges, null, changes, 0, FactUnit.Changes, context.FirstDay, to, context.AsOf, missing,
            [new(SchoolsAttended, schools.Count), new(Returns, returns), new(DaysWithoutSchool, without), new(LastChange, null, lastChange)]);
    }

    // Of memberships that begin together the one that lasts longest comes last: it is the one that is left last.
    private static int ByBegin(MembershipInYear one, MembershipInYear other)
    {
        var order = one.From.CompareTo(other.From);
        order = order != 0 ? order : one.Through.CompareTo(other.Through);
        return order != 0 ? order : string.CompareOrdinal(one.Membership.SchoolSourcedId, other.Membership.SchoolSourcedId);
    }
}
