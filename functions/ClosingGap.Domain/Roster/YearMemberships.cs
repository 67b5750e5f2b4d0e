namespace ClosingGap.Domain.Roster;

/// <summary>A student's memberships of one school year up to the as-of date, sorted by school, then entry.</summary>
public sealed class YearMemberships
{
    private readonly MembershipInYear[] _spans;
    private readonly DateOnly _asOf;

    private YearMemberships(MembershipInYear[] spans, DateOnly asOf, SchoolMembership? latest)
    {
        _spans = spans;
        _asOf = asOf;
        Latest = latest;
    }

    /// <summary>The spans, by school, then first day.</summary>
    public ReadOnlySpan<MembershipInYear> Spans => _spans;

    /// <summary>The membership that began last (of equals the one that lasts longest, then the greatest school id), or null.</summary>
    public SchoolMembership? Latest { get; }

    /// <summary>Whether any membership covers the as-of date.</summary>
    public bool Active
    {
        get
        {
            foreach (var span in _spans)
            {
                if (span.Membership.Covers(_asOf))
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>Takes the memberships of the context's year out of a record. One that ends on the day it begins was never a membership.</summary>
    public static YearMemberships Of(LearningRecord record, SchoolYearContext context)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(context);
        var bound = context.Through;
        var spans = new List<MembershipInYear>(record.Memberships.Count);
        foreach (var membership in record.Memberships)
        {
            if (membership.SchoolYear is { } year && year != context.SchoolYear)
            {
                continue;
            }

            var from = membership.EntryDate > context.FirstDay ? membership.EntryDate : context.FirstDay;
            var through = membership.ExitWithdrawDate is { } exit && exit <= bound ? exit.AddDays(-1) : bound;
            if (from <= through && through >= membership.EntryDate)
            {
                spans.Add(new MembershipInYear(membership, from, through));
            }
        }

        var sorted = spans.ToArray();
        Array.Sort(sorted, Compare);
        SchoolMembership? latest = null;
        foreach (var span in sorted)
        {
            latest = latest is null || IsLater(span.Membership, latest) ? span.Membership : latest;
        }

        return new YearMemberships(sorted, context.AsOf, latest);
    }

    /// <summary>Whether the student is a member of that school on the as-of date.</summary>
    public bool ActiveAt(string schoolSourcedId)
    {
        foreach (var span in _spans)
        {
            if (string.Equals(span.Membership.SchoolSourcedId, schoolSourcedId, StringComparison.Ordinal) && span.Membership.Covers(_asOf))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsLater(SchoolMembership one, SchoolMembership other)
    {
        if (one.EntryDate != other.EntryDate)
        {
            return one.EntryDate > other.EntryDate;
        }

        var (end, otherEnd) = (one.ExitWithdrawDate ?? DateOnly.MaxValue, other.ExitWithdrawDate ?? DateOnly.MaxValue);
        return end != otherEnd ? end > otherEnd : Tie(one, other) > 0;
    }

    private static int Compare(MembershipInYear one, MembershipInYear other)
    {
        var order = string.CompareOrdinal(one.Membership.SchoolSourcedId, other.Membership.SchoolSourcedId);
        order = order != 0 ? order : one.From.CompareTo(other.From);
        order = order != 0 ? order : one.Through.CompareTo(other.Through);
        return order != 0 ? order : Tie(one.Membership, other.Membership);
    }

    // Rows that say nearly the same must not make the result depend on their order.
    private static int Tie(SchoolMembership one, SchoolMembership other)
    {
        var order = string.CompareOrdinal(one.SchoolSourcedId, other.SchoolSourcedId);
        order = order != 0 ? order : string.CompareOrdinal(one.EntryGradeLevel, other.EntryGradeLevel);
        order = order != 0 ? order : string.CompareOrdinal(one.GraduationPlanType, other.GraduationPlanType);
        return order != 0 ? order : Nullable.Compare(one.CohortYear, other.CohortYear);
    }
}
