namespace ClosingGap.Pipeline.Drops;

/// <summary>Where a drop is in its life.</summary>
public enum DropState
{
    /// <summary>Its record is made.</summary>
    Received,

    /// <summary>Another drop of the district goes first, or a held one must be decided first.</summary>
    Queued,

    /// <summary>Its rows are read and checked.</summary>
    Validating,

    /// <summary>It would remove or change too much: a person decides.</summary>
    Held,

    /// <summary>Its tables are merged; nothing of it is published yet.</summary>
    Applied,

    /// <summary>Verdicts are computed.</summary>
    Computing,

    /// <summary>Readers see it. Final.</summary>
    Published,

    /// <summary>It cannot be read or breaks a rule that nothing may break; nothing changed. Final.</summary>
    Rejected,

    /// <summary>A person, or the end of the time to decide, put it aside; nothing changed. Final.</summary>
    Discarded,

    /// <summary>A newer complete drop took its place; nothing of it was applied. Final.</summary>
    Superseded,

    /// <summary>The service failed; nothing changed for readers. It can be driven again.</summary>
    Failed,
}
