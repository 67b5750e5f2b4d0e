using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ClosingGap.Pipeline.Ports;

namespace ClosingGap.Pipeline.Snapshots;

/// <summary>Reads and writes records as JSON blobs.</summary>
internal static class JsonBlobs
{
    public static async Task<T?> FindJsonAsync<T>(
        this IBlobStore blobs, string container, string path, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            await using var stream = await blobs.OpenReadAsync(container, path, null, cancellationToken);
            return await JsonSerializer.DeserializeAsync(stream, type, cancellationToken);
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    public static async Task<T> ReadJsonAsync<T>(
        this IBlobStore blobs, string container, string path, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class =>
        await blobs.FindJsonAsync(container, path, type, cancellationToken)
        ?? throw new InvalidOperationException($"blob.missing: a file that an earlier step wrote is not there ({container}).");

    /// <summary>Writes a record where nothing is yet; returns what is there then.</summary>
    public static async Task<T> FixJsonAsync<T>(
        this IBlobStore blobs, string container, string path, T value, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        using var content = new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(value, type));
        return await blobs.CreateAsync(container, path, content, cancellationToken) ? value : await blobs.ReadJsonAsync(container, path, type, cancellationToken);
    }

    public static async Task WriteJsonAsync<T>(
        this IBlobStore blobs, string container, string path, T value, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(value, type));
        await blobs.WriteAsync(container, path, content, "application/json", cancellationToken);
    }
}
