using System.Text.Json.Serialization;

namespace ClosingGap.Ingest.Contracts;

/// <summary>The data types of file contracts, by the standard's names where it has one.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CellType>))]
internal enum CellType
{
    /// <summary>Free text.</summary>
    [JsonStringEnumMemberName("string")] Text,

    /// <summary>Texts, joined by a comma.</summary>
    [JsonStringEnumMemberName("stringList")] TextList,

    /// <summary>A vendor's identifier: text without a charset rule.</summary>
    [JsonStringEnumMemberName("id")] Id,

    /// <summary>1 to 255 characters of letters, digits, <c>. - _ / @</c>.</summary>
    [JsonStringEnumMemberName("guid")] Guid,

    /// <summary>A guid that names a record.</summary>
    [JsonStringEnumMemberName("guidRef")] GuidRef,

    /// <summary>Guids that name records, joined by a comma.</summary>
    [JsonStringEnumMemberName("guidRefList")] GuidRefList,

    /// <summary>One of the column's tokens.</summary>
    [JsonStringEnumMemberName("enum")] Enum,

    /// <summary>Tokens, joined by a comma.</summary>
    [JsonStringEnumMemberName("enumList")] EnumList,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    [JsonStringEnumMemberName("boolean")] Boolean,

    /// <summary><c>yyyy-MM-dd</c>.</summary>
    [JsonStringEnumMemberName("date")] Date,

    /// <summary><c>yyyy-MM-ddTHH:mm:ss.fffZ</c>.</summary>
    [JsonStringEnumMemberName("dateTime")] DateTime,

    /// <summary>A time on the district's clock, without a zone: <c>yyyy-MM-ddTHH:mm:ss</c>.</summary>
    [JsonStringEnumMemberName("localDateTime")] LocalDateTime,

    /// <summary><c>yyyy</c>.</summary>
    [JsonStringEnumMemberName("year")] Year,

    /// <summary>An integer.</summary>
    [JsonStringEnumMemberName("integer")] Integer,

    /// <summary>A decimal number.</summary>
    [JsonStringEnumMemberName("float")] Float,

    /// <summary>A CEDS grade level.</summary>
    [JsonStringEnumMemberName("grade")] Grade,

    /// <summary>CEDS grade levels, joined by a comma.</summary>
    [JsonStringEnumMemberName("gradeList")] GradeList,

    /// <summary>Entries <c>{type:id}</c>, joined by a comma.</summary>
    [JsonStringEnumMemberName("userIdList")] UserIdList,

    /// <summary>Entries <c>{left:right}</c>, joined by a comma.</summary>
    [JsonStringEnumMemberName("scoreScale")] ScoreScale,
}
