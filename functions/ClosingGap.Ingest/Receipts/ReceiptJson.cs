using System.Text.Json.Serialization;

namespace ClosingGap.Ingest.Receipts;

/// <summary>The JSON of receipts: camel case, indented, nothing for null. The same receipt gives the same bytes.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    WriteIndented = true,
    NewLine = "\n",
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Receipt))]
public sealed partial class ReceiptJson : JsonSerializerContext;
