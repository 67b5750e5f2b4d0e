namespace ClosingGap.Ingest.Contracts;

/// <summary>The data types of file contracts, by the standard's names where it has one.</summary>
internal enum CellType
{
    /// <summary>Free text.</summary>
    Text,

    /// <summary>Texts, joined by a comma.</summary>
    TextList,

    /// <summary>A vendor's identifier: text without a charset rule.</summary>
    Id,

    /// <summary>1 to 255 characters of letters, digits, <c>. - _ / @</c>.</summary>
    Guid,

    /// <summary>A guid that names a record.</summary>
    GuidRef,

    /// <summary>Guids that name records, joined by a comma.</summary>
    GuidRefList,

    /// <summary>One of the column's tokens.</summary>
    Enum,

    /// <summary>Tokens, joined by a comma.</summary>
    EnumList,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Boolean,

    /// <summary><c>yyyy-MM-dd</c>.</summary>
    Date,

    /// <summary><c>yyyy-MM-ddTHH:mm:ss.fffZ</c>.</summary>
    DateTime,

    /// <summary>A time on the district's clock, without a zone: <c>yyyy-MM-ddTHH:mm:ss</c>.</summary>
    LocalDateTime,

    /// <summary><c>yyyy</c>.</summary>
    Year,

    /// <summary>An integer.</summary>
    Integer,

    /// <summary>A decimal number.</summary>
    Float,

    /// <summary>A CEDS grade level.</summary>
    Grade,

    /// <summary>CEDS grade levels, joined by a comma.</summary>
    GradeList,

    /// <summary>Entries <c>{type:id}</c>, joined by a comma.</summary>
    UserIdList,

    /// <summary>Entries <c>{left:right}</c>, joined by a comma.</summary>
    ScoreScale,
}
