namespace ClosingGap.SampleData;

/// <summary>An incident and its action. Lengths are in half-days; <paramref name="Actual"/> is -1 when it was not recorded.</summary>
internal readonly record struct DisciplineEvent(
    int Number, int IncidentDay, int ActionDay, School School, string Location, string Behavior, bool Police, string Discipline, int Assigned, int Actual)
{
    public const string InSchool = "In School Suspension";
    public const string OutOfSchool = "Out of School Suspension";

    public int Length => Actual >= 0 ? Actual : Assigned;

    public bool IsSuspension => Discipline is InSchool or OutOfSchool;
}
