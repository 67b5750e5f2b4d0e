using System.Text.Json.Serialization;
using ClosingGap.Cli.Validating;

namespace ClosingGap.Cli.Service;

/// <summary>What the command line reads and writes as JSON: camel case, nothing for null.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    PropertyNameCaseInsensitive = true,
    WriteIndented = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(EndpointsFile))]
[JsonSerializable(typeof(DropStatus))]
[JsonSerializable(typeof(DistrictBody))]
[JsonSerializable(typeof(DecisionBody))]
[JsonSerializable(typeof(Started))]
[JsonSerializable(typeof(EvaluationBody))]
[JsonSerializable(typeof(EvaluationStatus))]
[JsonSerializable(typeof(EvaluatedReport))]
[JsonSerializable(typeof(WebhookKey))]
[JsonSerializable(typeof(RollupBody))]
[JsonSerializable(typeof(RollupStatus))]
[JsonSerializable(typeof(RollupAnswer))]
[JsonSerializable(typeof(ReleaseBody))]
[JsonSerializable(typeof(ReleaseStatus))]
[JsonSerializable(typeof(StateAnswer))]
[JsonSerializable(typeof(MeasureAnswer))]
[JsonSerializable(typeof(Problem))]
[JsonSerializable(typeof(ValidationDocument))]
internal sealed partial class CliJson : JsonSerializerContext;
