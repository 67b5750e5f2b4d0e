namespace ClosingGap.Ingest.Profiles.Mapping;

/// <summary>What happens when a look-up finds nothing.</summary>
public enum MissingEntry
{
    /// <summary>The cell is blank, with the warning <c>profile.lookup_missed</c>.</summary>
    Blank,

    /// <summary>The row is rejected with <c>profile.lookup_missed</c>.</summary>
    Reject,

    /// <summary>The row is left out, silently: what it belongs to is none of this table's business.</summary>
    DropRow,
}
