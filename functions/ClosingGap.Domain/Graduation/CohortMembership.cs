using ClosingGap.Domain.Roster;

namespace ClosingGap.Domain.Graduation;

/// <summary>Finds a student's cohort, and how the student left, from the school memberships known on the as-of date.</summary>
public static class CohortMembership
{
    private const string Documented = "documented";

    private static readonly Dictionary<string, CohortExit> s_exits = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Graduated"] = CohortExit.RegularDiploma,
        ["Dropout"] = CohortExit.WithoutDiploma,
        ["Expelled"] = CohortExit.WithoutDiploma,
        ["Reached maximum age"] = CohortExit.WithoutDiploma,
        ["Completed"] = CohortExit.WithoutDiploma,
        ["Transferred"] = CohortExit.TransferredOut,
        ["Emigrated"] = CohortExit.Emigrated,
        ["Died or is permanently incapacitated"] = CohortExit.Deceased,
    };

    /// <summary>
    /// The place of a student; null when no membership names a cohort. The earliest cohort named counts: it is set once. A transfer or death is
    /// taken as documented only where the district's code map gives the word for it behind "documented": an exit that says no more stays in the cohort.
    /// </summary>
    public static CohortMember? Of(LearningRecord record, SchoolYearContext context)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(context);
        int? cohort = null;
        foreach (var membership in record.Memberships)
        {
            if (membership.EntryDate <= context.AsOf)
            {
                cohort = membership.CohortYear is { } year && !(cohort < year) ? year : cohort;
            }
        }

        if (cohort is not { } known)
        {
            return null;
        }

        var last = LastOf(record, context)!;
        var left = last.ExitWithdrawDate is { } exit && exit <= context.AsOf;
        var (kind, isDocumented) = ExitOf(last);
        kind = left ? kind : CohortExit.None;
        return new CohortMember(known, false, kind, kind == CohortExit.None ? null : context.SchoolYear, isDocumented);
    }

    /// <summary>The membership that began last, of those known on the as-of date; null when there is none.</summary>
    internal static SchoolMembership? LastOf(LearningRecord record, SchoolYearContext context)
    {
        SchoolMembership? last = null;
        foreach (var membership in record.Memberships)
        {
            if (membership.EntryDate <= context.AsOf && (last is null || Later(membership, last)))
            {
                last = membership;
            }
        }

        return last;
    }

    /// <summary>What the exit type of a membership says, and whether it says that it is documented.</summary>
    internal static (CohortExit Exit, bool IsDocumented) ExitOf(SchoolMembership membership)
    {
        var word = membership.ExitType?.Trim() ?? "";
        var isDocumented = word.EndsWith(Documented, StringComparison.OrdinalIgnoreCase);
        word = isDocumented ? word[..^Documented.Length].TrimEnd(' ', ',', '-') : word;
        return (s_exits.GetValueOrDefault(word), isDocumented);
    }

    private static bool Later(SchoolMembership one, SchoolMembership other)
    {
        var order = one.EntryDate.CompareTo(other.EntryDate);
        order = order != 0 ? order : (one.ExitWithdrawDate ?? DateOnly.MaxValue).CompareTo(other.ExitWithdrawDate ?? DateOnly.MaxValue);
        order = order != 0 ? order : string.CompareOrdinal(one.SchoolSourcedId, other.SchoolSourcedId);
        return (order != 0 ? order : string.CompareOrdinal(one.ExitType, other.ExitType)) > 0;
    }
}
