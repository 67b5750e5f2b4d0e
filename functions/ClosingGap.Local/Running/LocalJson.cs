using System.Text.Json.Serialization;

namespace ClosingGap.Local.Running;

/// <summary>How this program's own files are written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(LocalSecrets))]
[JsonSerializable(typeof(LocalEndpoints))]
internal sealed partial class LocalJson : JsonSerializerContext;
