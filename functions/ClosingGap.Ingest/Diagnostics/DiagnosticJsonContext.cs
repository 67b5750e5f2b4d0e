using System.Text.Json;
using System.Text.Json.Serialization;

namespace ClosingGap.Ingest.Diagnostics;

/// <summary>The JSON of the catalogue and of report lines.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(List<CatalogueEntry>))]
[JsonSerializable(typeof(DiagnosticLine))]
internal sealed partial class DiagnosticJsonContext : JsonSerializerContext;
