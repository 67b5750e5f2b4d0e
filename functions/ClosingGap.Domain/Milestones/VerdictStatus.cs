namespace ClosingGap.Domain.Milestones;

/// <summary>Where a student stands on a milestone.</summary>
public enum VerdictStatus
{
    /// <summary>The milestone is not for the student's grade.</summary>
    NotApplicable = 0,

    /// <summary>The data do not carry a verdict.</summary>
    NotEnoughData = 1,

    /// <summary>The threshold is kept and the window is closed.</summary>
    Met = 2,

    /// <summary>The threshold is kept so far; the window is open.</summary>
    OnTrack = 3,

    /// <summary>The first threshold is reached.</summary>
    AtRisk = 4,

    /// <summary>The second threshold is reached.</summary>
    OffTrack = 5,
}
