using System.Text.Json;
using System.Text.Json.Serialization;
using ClosingGap.Pipeline.Districts;
using ClosingGap.Pipeline.Drops;
using ClosingGap.Pipeline.Lanes;

namespace ClosingGap.Pipeline;

/// <summary>How records are written: camel case, enums as words, nothing for null.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Drop))]
[JsonSerializable(typeof(DropReference))]
[JsonSerializable(typeof(DistrictRegistration))]
[JsonSerializable(typeof(Lane))]
public sealed partial class PipelineJson : JsonSerializerContext
{
    /// <summary>The same, for people.</summary>
    public static PipelineJson Indented { get; } = new(new JsonSerializerOptions(Default.Options) { WriteIndented = true });
}
