using System.Text.Json.Serialization;

namespace ClosingGap.Ingest.Vocabularies;

/// <summary>What becomes of a code that its column's vocabulary does not hold.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<UnknownWord>))]
internal enum UnknownWord
{
    /// <summary>The vocabulary is open: any text is fine and stays as it is.</summary>
    [JsonStringEnumMemberName("open")] Open,

    /// <summary>The code stays, with a warning: nothing is computed from it.</summary>
    [JsonStringEnumMemberName("keep")] Keep,

    /// <summary>The cell is blank, with a warning: the row says enough without it.</summary>
    [JsonStringEnumMemberName("blank")] Blank,

    /// <summary>The row is rejected: what it means hangs on the code.</summary>
    [JsonStringEnumMemberName("reject")] Reject,
}
