using System.Text.Json;
using System.Text.Json.Serialization;

namespace ClosingGap.Ingest.Profiles.Init;

/// <summary>Reads <c>guesses.json</c>.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(Clues))]
internal sealed partial class CluesJsonContext : JsonSerializerContext;
