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
        SchoolMembership? last = null;
        foreach (var membership in record.Memberships)
        {
            if (membership.EntryDate > context.AsOf)
            {
                continue;
            }

            cohort = membership.CohortYear is { } year && !(cohort < year) ? year : cohort;
            last = last is null || Later(membership, last) ? membership : last;
        }

        if (cohort is not { } known)
        {
            return null;
        }

        var left = last!.ExitWithdrawDate is { } exit && exit <= context.AsOf;
        var word = last.ExitType?.Trim() ?? "";
        var isDocumented = word.EndsWith(Documented, StringComparison.OrdinalIgnoreCase);
        word = isDocumented ? word[..^Documented.Length].TrimEnd(' ', ',', '-') : word;
        var kind = left ? s_exits.GetValueOrDefault(word, word.Equals("Emigrated", StringComparison.OrdinalIgnoreCase) ? CohortExit.Emigrated : CohortExit.None) : CohortExit.None;
        return new CohortMember(known, false, kind, kind == CohortExit.None ? null : context.SchoolYear, isDocumented);
    }

    private static bool Later(SchoolMembership one, SchoolMembership other)
    {
        var order = one.EntryDate.CompareTo(other.EntryDate);
        order = order != 0 ? order : (one.ExitWithdrawDate ?? DateOnly.MaxValue).CompareTo(other.ExitWithdrawDate ?? DateOnly.MaxValue);
        order = order != 0 ? order : string.CompareOrdinal(one.SchoolSourcedId, other.SchoolSourcedId);
        return (order != 0 ? order : string.CompareOrdinal(one.ExitType, other.ExitType)) > 0;
    }
}
