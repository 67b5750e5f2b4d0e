namespace ClosingGap.Domain.Roster;

/// <summary>One enrollment of a student in a school, half open: [entry, exit).</summary>
/// <param name="SchoolSourcedId">The school.</param>
/// <param name="EntryDate">First day of membership.</param>
/// <param name="ExitWithdrawDate">First day no longer a member; null while the student is enrolled.</param>
/// <param name="EntryGradeLevel">CEDS grade code at entry (KG, 01 … 12), or null.</param>
/// <param name="GraduationPlanType">The type of the student's graduation plan, or null.</param>
/// <param name="CohortYear">The year of the student's graduation cohort, or null.</param>
/// <param name="SchoolYear">The school year the row was written for (its ending year); null when the row names none. Rows of another school year are ignored.</param>
public sealed record SchoolMembership(
    string SchoolSourcedId,
    DateOnly EntryDate,
    DateOnly? ExitWithdrawDate = null,
    string? EntryGradeLevel = null,
    string? GraduationPlanType = null,
    int? CohortYear = null,
    int? SchoolYear = null)
{
    /// <summary>Why the membership ended (Ed-Fi ExitWithdrawType), or null.</summary>
    public string? ExitType { get; init; }

    /// <summary>Whether the student is a member on that day.</summary>
    public bool Covers(DateOnly day) => EntryDate <= day && (ExitWithdrawDate is not { } exit || day < exit);
}
