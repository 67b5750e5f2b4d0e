namespace ClosingGap.Ingest.Profiles;

/// <summary>What becomes of a drop for which a rule speaks.</summary>
public enum HoldSwitch
{
    /// <summary>It waits for a decision.</summary>
    Hold,

    /// <summary>It goes on.</summary>
    Accept,
}
