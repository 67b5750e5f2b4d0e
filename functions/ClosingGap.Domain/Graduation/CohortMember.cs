namespace ClosingGap.Domain.Graduation;

/// <summary>A student in the cohort of those who first entered grade 9 in one school year, transfers in included.</summary>
/// <param name="CohortYear">The school year (its ending year) of the first entry into grade 9; it does not move when a grade is repeated or skipped.</param>
/// <param name="TransferredIn">True when the student came to the cohort after its first year.</param>
/// <param name="Exit">How the student left.</param>
/// <param name="ExitSchoolYear">The school year (its ending year) of that exit; null with <see cref="CohortExit.None"/>.</param>
/// <param name="IsDocumented">True when the removal is confirmed in writing, as 34 CFR 200.34 wants it for transfers, emigration and death.</param>
public readonly record struct CohortMember(int CohortYear, bool TransferredIn, CohortExit Exit, int? ExitSchoolYear, bool IsDocumented)
{
    /// <summary>True for an exit that takes the student out of the cohort, once it is documented.</summary>
    public bool IsRemoved =>
        IsDocumented && Exit is (CohortExit.TransferredOut or CohortExit.Emigrated or CohortExit.Deceased);
}
