using System.Text.Json;
using ClosingGap.Pipeline.Ports;
using ClosingGap.Storage.Documents;

namespace ClosingGap.Storage.Cosmos;

/// <summary>The item of a document: <c>{"id","pk","ttl"?,"body"}</c>. The body is copied through as raw JSON, never made into objects.</summary>
internal static class CosmosItem
{
    private static readonly JsonEncodedText IdName = JsonEncodedText.Encode("id");
    private static readonly JsonEncodedText PartitionName = JsonEncodedText.Encode("pk");
    private static readonly JsonEncodedText TimeToLiveName = JsonEncodedText.Encode("ttl");
    private static readonly JsonEncodedText BodyName = JsonEncodedText.Encode("body");

    public static MemoryStream Write(DocumentWrite document)
    {
        var stream = new MemoryStream(document.Body.Length + 256);
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            writer.WriteString(IdName, document.Id);
            writer.WriteString(PartitionName, document.Partition);
            if (DocumentRules.ExpirySeconds(document.ExpiresAfter) is { } seconds)
            {
                writer.WriteNumber(TimeToLiveName, seconds);
            }

            // Checked to be one JSON object already.
            writer.WritePropertyName(BodyName);
            writer.WriteRawValue(document.Body.Span, skipInputValidation: true);
            writer.WriteEndObject();
        }

        stream.Position = 0;
        return stream;
    }

    /// <summary>Reads the answer to a point read.</summary>
    public static async Task<StoredDocument> ReadAsync(Stream content, CancellationToken cancellationToken)
    {
        var json = await BytesAsync(content, cancellationToken).ConfigureAwait(false);
        var reader = new Utf8JsonReader(json.Span);
        reader.Read();
        return Item(ref reader, json);
    }

    /// <summary>Reads the answer to a query: <c>{"Documents":[…],…}</c>.</summary>
    public static async Task<List<StoredDocument>> ReadPageAsync(Stream content, CancellationToken cancellationToken)
    {
        var json = await BytesAsync(content, cancellationToken).ConfigureAwait(false);
        var documents = new List<StoredDocument>();
        var reader = new Utf8JsonReader(json.Span);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isDocuments = reader.ValueTextEquals("Documents"u8);
            reader.Read();
            if (!isDocuments)
            {
                reader.Skip();
                continue;
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
            {
                documents.Add(Item(ref reader, json));
            }
        }

        return documents;
    }

    private static StoredDocument Item(ref Utf8JsonReader reader, ReadOnlyMemory<byte> json)
    {
        string? id = null;
        string? partition = null;
        string? etag = null;
        ReadOnlyMemory<byte> body = default;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("body"u8))
            {
                reader.Read();
                var start = (int)reader.TokenStartIndex;
                reader.Skip();
                body = json[start..(int)reader.BytesConsumed];
            }
            else if (reader.ValueTextEquals("id"u8))
            {
                reader.Read();
                id = reader.GetString();
            }
            else if (reader.ValueTextEquals("pk"u8))
            {
                reader.Read();
                partition = reader.GetString();
            }
            else if (reader.ValueTextEquals("_etag"u8))
            {
                reader.Read();
                etag = reader.GetString();
            }
            else
            {
                reader.Read();
                reader.Skip();
            }
        }

        return id is null || partition is null || etag is null || body.IsEmpty
            ? throw new InvalidDataException("store_item: an item has no id, pk, _etag or body: something else writes to this container; give it one of its own.")
            : new(partition, id, body, etag);
    }

    private static async Task<ReadOnlyMemory<byte>> BytesAsync(Stream content, CancellationToken cancellationToken)
    {
        using var copy = new MemoryStream(content.CanSeek ? (int)content.Length : 4096);
        await content.CopyToAsync(copy, cancellationToken).ConfigureAwait(false);
        return copy.GetBuffer().AsMemory(0, (int)copy.Length);
    }
}
