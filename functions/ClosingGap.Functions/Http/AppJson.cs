using System.Text.Json.Serialization;

namespace ClosingGap.Functions.Http;

/// <summary>How bodies of requests and answers are written: camel case, nothing for null.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    PropertyNameCaseInsensitive = true,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(RegistrationRequest))]
[JsonSerializable(typeof(DecisionRequest))]
[JsonSerializable(typeof(RebuildRequest))]
[JsonSerializable(typeof(RollupRequest))]
[JsonSerializable(typeof(ReleaseRequest))]
[JsonSerializable(typeof(CalendarRequest))]
[JsonSerializable(typeof(FlagRequest))]
[JsonSerializable(typeof(EvaluationRequestBody))]
[JsonSerializable(typeof(LookupRequest))]
[JsonSerializable(typeof(LookupAnswer))]
[JsonSerializable(typeof(RebuildAnswer))]
[JsonSerializable(typeof(ProfileAnswer))]
[JsonSerializable(typeof(HealthAnswer))]
[JsonSerializable(typeof(WebhookKeyAnswer))]
[JsonSerializable(typeof(Pipeline.Reading.DropPage))]
[JsonSerializable(typeof(ProblemBody))]
[JsonSerializable(typeof(System.Text.Json.Nodes.JsonObject))]
internal sealed partial class AppJson : JsonSerializerContext;
