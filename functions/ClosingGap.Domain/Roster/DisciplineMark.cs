namespace ClosingGap.Domain.Roster;

/// <summary>One disciplinary action against one student.</summary>
/// <param name="Kind">What was done.</param>
/// <param name="Date">The day of the action.</param>
/// <param name="ActualHundredths">Days actually served, in hundredths, or null.</param>
/// <param name="AssignedHundredths">Days assigned, in hundredths, or null.</param>
/// <param name="IncidentSourcedId">The incident it answers, or null.</param>
public readonly record struct DisciplineMark(
    DisciplineKind Kind, DateOnly Date, int? ActualHundredths, int? AssignedHundredths, string? IncidentSourcedId = null)
{
    /// <summary>Days in hundredths: served if known, else assigned, else null.</summary>
    public int? DaysHundredths => ActualHundredths ?? AssignedHundredths;
}
