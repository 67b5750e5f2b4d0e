using System.Text.Json.Serialization;

namespace ClosingGap.LocalRuntime.Blobs;

/// <summary>Writes the message with the names as they are.</summary>
[JsonSerializable(typeof(PoisonBlobMessage))]
internal sealed partial class PoisonBlobMessageContext : JsonSerializerContext;
