using System.Text.Json.Serialization;

namespace ClosingGap.Ingest.Contracts;

/// <summary>Whether a cell must be filled.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ValueRequirement>))]
internal enum ValueRequirement
{
    /// <summary>It may be blank.</summary>
    [JsonStringEnumMemberName("no")] No,

    /// <summary>It must be filled.</summary>
    [JsonStringEnumMemberName("yes")] Yes,

    /// <summary>Filled in a delta, blank in bulk.</summary>
    [JsonStringEnumMemberName("delta")] Delta,
}
