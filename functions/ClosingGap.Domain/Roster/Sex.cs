namespace ClosingGap.Domain.Roster;

/// <summary>OneRoster's values of sex.</summary>
public enum Sex : byte
{
    Unknown = 0,
    Female = 1,
    Male = 2,
    Unspecified = 3,
    Other = 4,
}
