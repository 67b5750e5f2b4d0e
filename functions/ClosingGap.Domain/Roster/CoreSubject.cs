namespace ClosingGap.Domain.Roster;

/// <summary>The core subjects, in which early-warning rules count failures.</summary>
public enum CoreSubject : byte
{
    /// <summary>Another subject, or none that is known.</summary>
    None = 0,
    English = 1,
    Mathematics = 2,
    Science = 3,
    SocialStudies = 4,
}
