using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ClosingGap.Pipeline.Ports;

namespace ClosingGap.Pipeline.Documents;

/// <summary>Reads and writes records as JSON documents.</summary>
internal static class JsonDocuments
{
    public static async Task<Stored<T>?> GetAsync<T>(
        this IDocumentStore store, DocumentKey key, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        var document = await store.GetAsync(key.Partition, key.Id, cancellationToken);
        return document is null ? null : new Stored<T>(Read(document.Body, type), document.ETag);
    }

    public static Task<WriteResult> CreateAsync<T>(
        this IDocumentStore store, DocumentKey key, T value, JsonTypeInfo<T> type, CancellationToken cancellationToken) =>
        store.CreateAsync(key.Write(value, type), cancellationToken);

    public static Task<WriteResult> UpsertAsync<T>(
        this IDocumentStore store, DocumentKey key, T value, JsonTypeInfo<T> type, CancellationToken cancellationToken) =>
        store.UpsertAsync(key.Write(value, type), cancellationToken);

    public static Task<WriteResult> ReplaceAsync<T>(
        this IDocumentStore store, DocumentKey key, T value, string etag, JsonTypeInfo<T> type, CancellationToken cancellationToken) =>
        store.ReplaceAsync(key.Write(value, type), etag, cancellationToken);

    public static DocumentWrite Write<T>(this DocumentKey key, T value, JsonTypeInfo<T> type) =>
        new(key.Partition, key.Id, JsonSerializer.SerializeToUtf8Bytes(value, type));

    public static T Read<T>(ReadOnlyMemory<byte> body, JsonTypeInfo<T> type) =>
        JsonSerializer.Deserialize(body.Span, type) ?? throw new JsonException("A stored document is the JSON literal null.");
}
