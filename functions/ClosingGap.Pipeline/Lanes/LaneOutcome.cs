namespace ClosingGap.Pipeline.Lanes;

/// <summary>What a drop that enters the lane gets.</summary>
public enum LaneOutcome
{
    /// <summary>It holds the lane.</summary>
    Granted,

    /// <summary>It waits in the queue.</summary>
    Waiting,

    /// <summary>A newer drop makes it needless.</summary>
    Superseded,

    /// <summary>A newer attempt of the same drop is under way.</summary>
    Stale,
}
