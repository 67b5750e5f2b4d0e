using System.Text.Json.Serialization;

namespace ClosingGap.LocalRuntime.Durable.Store;

/// <summary>What the store itself keeps as JSON.</summary>
[JsonSerializable(typeof(StoredFailure))]
internal sealed partial class StoreJsonContext : JsonSerializerContext;
