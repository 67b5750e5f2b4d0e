namespace ClosingGap.Domain.Roster;

/// <summary>What a disciplinary action was. Only the two suspensions count as suspension days.</summary>
public enum DisciplineKind : byte
{
    Other = 0,
    InSchoolSuspension = 1,
    OutOfSchoolSuspension = 2,
    Expulsion = 3,

    /// <summary>An incident was recorded and nothing done.</summary>
    NoAction = 4,
}
