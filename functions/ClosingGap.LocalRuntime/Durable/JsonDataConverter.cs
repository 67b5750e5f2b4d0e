using System.Text.Json;
using Microsoft.DurableTask;

namespace ClosingGap.LocalRuntime.Durable;

/// <summary>JSON as Durable Functions writes it by default: property names as declared, fields included.</summary>
internal sealed class JsonDataConverter : DataConverter
{
    private static readonly JsonSerializerOptions Options = new() { IncludeFields = true };

    public override string? Serialize(object? value) => value is null ? null : JsonSerializer.Serialize(value, value.GetType(), Options);

    public override object? Deserialize(string? data, Type targetType) =>
        data is null ? null : JsonSerializer.Deserialize(data, targetType, Options);

    // A missing payload is the type's default: Deserialize<int>(null) is 0, as a call without a result gives.
    public override T? Deserialize<T>(string? data)
        where T : default => data is null ? default : JsonSerializer.Deserialize<T>(data, Options);
}
