namespace ClosingGap.Ingest.Canonical;

/// <summary>What a canonical cell holds. Cells travel as text in one canonical form per type; blank and absent are both null.</summary>
public enum ColumnType
{
    /// <summary>Any text without line breaks.</summary>
    Text,

    /// <summary>An identifier, compared ordinally.</summary>
    Id,

    /// <summary>Identifiers, joined by a comma.</summary>
    IdList,

    /// <summary>One of a closed or per-district set of tokens.</summary>
    Code,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Boolean,

    /// <summary><c>yyyy-MM-dd</c>.</summary>
    Date,

    /// <summary>A time on the district's clock, to the second: <c>yyyy-MM-ddTHH:mm:ss</c>, without a zone.</summary>
    DateTime,

    /// <summary>The calendar year in which a school year ends, <c>yyyy</c>.</summary>
    SchoolYear,

    /// <summary>An invariant integer.</summary>
    Integer,

    /// <summary>An invariant decimal number without exponent.</summary>
    Decimal,
}
