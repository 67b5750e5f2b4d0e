using System.Text;
using System.Text.Json;
using ClosingGap.Pipeline.Ports;

namespace ClosingGap.Storage.Documents;

/// <summary>What every document store accepts, checked before a call leaves the process so that all stores refuse the same things.</summary>
internal static class DocumentRules
{
    /// <summary>Most characters of an id.</summary>
    public const int MaxIdLength = 255;

    /// <summary>Most UTF-8 bytes of a partition key (the limit of Cosmos DB).</summary>
    public const int MaxPartitionBytes = 2048;

    /// <summary>Most bytes of one body, and of all bodies of a batch: 2 MB, which leaves room for the envelope in Cosmos DB's 2 MiB.</summary>
    public const int MaxBodyBytes = 2_000_000;

    /// <summary>Most operations of a batch.</summary>
    public const int MaxBatchOperations = 100;

    /// <summary>Most documents of a page.</summary>
    public const int MaxPageSize = 1000;

    // The longest time to live that Cosmos DB takes: int.MaxValue seconds.
    private static readonly TimeSpan MaxExpiry = TimeSpan.FromSeconds(int.MaxValue);

    private static readonly System.Buffers.SearchValues<char> Forbidden = System.Buffers.SearchValues.Create("/\\?#");

    public static void CheckPartition(string partition)
    {
        ArgumentNullException.ThrowIfNull(partition);
        if (partition.Length == 0 || Encoding.UTF8.GetByteCount(partition) > MaxPartitionBytes || !IsWellFormed(partition))
        {
            throw new ArgumentException(
                "document_partition: a partition key has 1 to 2,048 bytes of well-formed text; shorten it.", nameof(partition));
        }
    }

    public static void CheckId(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        if (id.Length is 0 or > MaxIdLength || id.AsSpan().ContainsAny(Forbidden) || !IsWellFormed(id))
        {
            throw new ArgumentException(
                "document_id: an id has 1 to 255 characters of well-formed text without / \\ ? #; encode or hash the source of it.", nameof(id));
        }
    }

    public static void CheckKey(string partition, string id)
    {
        CheckPartition(partition);
        CheckId(id);
    }

    public static void CheckPage(string partition, string idPrefix, int pageSize)
    {
        CheckPartition(partition);
        ArgumentNullException.ThrowIfNull(idPrefix);
        if (pageSize is < 1 or > MaxPageSize)
        {
            throw new ArgumentOutOfRangeException(nameof(pageSize), "document_page_size: a page has 1 to 1,000 documents.");
        }
    }

    /// <summary>Checks one document that will be written: key, body, expiry, and that its conditions do not contradict each other.</summary>
    public static void CheckWrite(DocumentWrite document)
    {
        ArgumentNullException.ThrowIfNull(document);
        CheckKey(document.Partition, document.Id);
        CheckBody(document.Body);
        if (document.ExpiresAfter is { } expiry && (expiry <= TimeSpan.Zero || expiry > MaxExpiry))
        {
            throw new ArgumentException(
                "document_expiry: the time to expiry is above zero and at most 2,147,483,647 seconds; leave it out for never.", nameof(document));
        }

        if (document is { IfMatch: not null, IfAbsent: true })
        {
            throw new ArgumentException(
                "document_condition: IfMatch and IfAbsent exclude each other; name one.", nameof(document));
        }
    }

    /// <summary>The time to expiry in whole seconds, rounded up.</summary>
    public static long? ExpirySeconds(TimeSpan? expiresAfter) =>
        expiresAfter is { } span ? (span.Ticks + TimeSpan.TicksPerSecond - 1) / TimeSpan.TicksPerSecond : null;

    private static void CheckBody(ReadOnlyMemory<byte> body)
    {
        if (body.Length > MaxBodyBytes)
        {
            throw new ArgumentException("document_too_large: a body has at most 2,000,000 bytes; split the document.", nameof(body));
        }

        bool isObject;
        try
        {
            var reader = new Utf8JsonReader(body.Span);
            isObject = reader.Read() && reader.TokenType == JsonTokenType.StartObject;
            while (isObject && reader.Read())
            {
                // Reading to the end is the check.
            }
        }
        catch (JsonException)
        {
            // The reader's own message would quote the content.
            isObject = false;
        }

        if (!isObject)
        {
            throw new ArgumentException("document_body: a body is one JSON object in UTF-8; serialize a record.", nameof(body));
        }
    }

    // A lone surrogate would be stored as another character, and two ids could become one.
    private static bool IsWellFormed(string text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            if (!char.IsSurrogate(text[index]))
            {
                continue;
            }

            if (!char.IsHighSurrogate(text[index]) || index + 1 == text.Length || !char.IsLowSurrogate(text[index + 1]))
            {
                return false;
            }

            index++;
        }

        return true;
    }
}
