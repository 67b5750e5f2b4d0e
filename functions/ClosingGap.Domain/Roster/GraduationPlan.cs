namespace ClosingGap.Domain.Roster;

/// <summary>What a graduation plan asks for: in all (the plan's row without a subject), and by subject.</summary>
/// <param name="PlanType">The type that a school membership names.</param>
/// <param name="OrgSourcedId">The school or district whose plan it is; null holds for the district.</param>
/// <param name="SchoolYear">The cohort it holds for; null for every cohort.</param>
/// <param name="RequiredHundredths">Credits required to graduate, in hundredths.</param>
public sealed record GraduationPlan(string PlanType, string? OrgSourcedId, int? SchoolYear, int RequiredHundredths)
{
    /// <summary>Credits required by subject, in hundredths; empty where the plan names none.</summary>
    public IReadOnlyDictionary<string, int> BySubject { get; init; } = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
}
