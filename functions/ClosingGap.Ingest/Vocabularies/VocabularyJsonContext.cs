using System.Text.Json;
using System.Text.Json.Serialization;

namespace ClosingGap.Ingest.Vocabularies;

/// <summary>Reads <c>vocabularies.json</c>.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(VocabularyFile))]
internal sealed partial class VocabularyJsonContext : JsonSerializerContext;
