namespace ClosingGap.Ingest.Profiles.Mapping;

/// <summary>What happens to a code that a map does not hold.</summary>
public enum UnknownCode
{
    /// <summary>The row is rejected with <c>profile.unmapped_code</c>.</summary>
    Reject,

    /// <summary>The code passes as it is.</summary>
    Keep,

    /// <summary>The cell is blank.</summary>
    Blank,

    /// <summary>The row is left out, silently: it is none of this table's business.</summary>
    DropRow,

    /// <summary>The map's default.</summary>
    Default,
}
