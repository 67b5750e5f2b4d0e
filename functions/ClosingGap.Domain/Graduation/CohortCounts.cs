using ClosingGap.Domain.Statistics;

namespace ClosingGap.Domain.Graduation;

/// <summary>
/// The adjusted cohort of one year of first entry into grade 9, and its graduates: the adjusted cohort graduation rate (NCES 2014-391,
/// appendix B; 34 CFR 200.34). Sums only, so that counts of shards and schools merge in any order.
/// </summary>
/// <param name="FirstTime">First-time ninth graders.</param>
/// <param name="TransfersIn">Came later.</param>
/// <param name="TransfersOut">Left for another school with regular diplomas, documented.</param>
/// <param name="Emigrated">Left the country, documented.</param>
/// <param name="Deceased">Died, documented.</param>
/// <param name="Graduates">Regular diplomas within the window.</param>
public readonly record struct CohortCounts(long FirstTime, long TransfersIn, long TransfersOut, long Emigrated, long Deceased, long Graduates)
{
    /// <summary>Those who count: dropouts, other credentials, the still enrolled and undocumented leavers stay in.</summary>
    public long Adjusted => FirstTime + TransfersIn - TransfersOut - Emigrated - Deceased;

    /// <summary>Graduates of the adjusted cohort.</summary>
    public Rate Rate => new(Graduates, Adjusted);

    /// <summary>
    /// The counts of a cohort. A diploma counts when it was earned by the end of the last of <paramref name="years"/> years from the first
    /// entry into grade 9: who graduates early counts, who graduates later counts in the extended rate of five or six years.
    /// </summary>
    /// <param name="members">Members; those of other cohorts are passed over.</param>
    /// <param name="cohortYear">The ending year of the first school year in grade 9.</param>
    /// <param name="years">4, or 5 or 6 for the extended rates.</param>
    public static CohortCounts Of(IEnumerable<CohortMember> members, int cohortYear, int years)
    {
        ArgumentNullException.ThrowIfNull(members);
        ArgumentOutOfRangeException.ThrowIfLessThan(years, 1);
        var lastYear = cohortYear + years - 1;
        var counts = default(CohortCounts);
        foreach (var member in members)
        {
            if (member.CohortYear != cohortYear)
            {
                continue;
            }

            var left = member.ExitSchoolYear <= lastYear;
            var removed = left && member.IsRemoved;
            counts = counts.Merge(new CohortCounts(
                member.TransferredIn ? 0 : 1,
                member.TransferredIn ? 1 : 0,
                removed && member.Exit == CohortExit.TransferredOut ? 1 : 0,
                removed && member.Exit == CohortExit.Emigrated ? 1 : 0,
                removed && member.Exit == CohortExit.Deceased ? 1 : 0,
                left && member.Exit == CohortExit.RegularDiploma ? 1 : 0));
        }

        return counts;
    }

    /// <summary>Both counts together.</summary>
    public CohortCounts Merge(CohortCounts other) => new(
        FirstTime + other.FirstTime,
        TransfersIn + other.TransfersIn,
        TransfersOut + other.TransfersOut,
        Emigrated + other.Emigrated,
        Deceased + other.Deceased,
        Graduates + other.Graduates);
}
