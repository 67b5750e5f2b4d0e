namespace ClosingGap.Domain.Roster;

/// <summary>How grave the behavior in an incident was, in Ed-Fi's four words.</summary>
public enum BehaviorCategory : byte
{
    Other = 0,

    /// <summary>Against the school's own code of conduct.</summary>
    SchoolCodeOfConduct = 1,

    /// <summary>Against the rules of the district.</summary>
    SchoolViolation = 2,

    /// <summary>Against the law of the state.</summary>
    StateOffense = 3,
}
