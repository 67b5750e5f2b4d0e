using System.Text.Json;
using System.Text.Json.Serialization;

namespace ClosingGap.Ingest.Contracts;

/// <summary>Reads the contract data: version → file → columns in order.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(Dictionary<string, Dictionary<string, List<ContractColumn>>>))]
internal sealed partial class ContractJsonContext : JsonSerializerContext;
