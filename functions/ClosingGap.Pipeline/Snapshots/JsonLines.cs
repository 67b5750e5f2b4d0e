using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ClosingGap.Pipeline.Ports;

namespace ClosingGap.Pipeline.Snapshots;

/// <summary>Records as blobs of JSON Lines, read and written as they come.</summary>
internal static class JsonLines
{
    private const int PieceBytes = 64 << 10;

    /// <summary>The records of a blob; of one that is not there, none is an error.</summary>
    /// <exception cref="FileNotFoundException">There is no such blob.</exception>
    public static async IAsyncEnumerable<T> ReadLinesAsync<T>(
        this IBlobStore blobs, string container, string path, JsonTypeInfo<T> type, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var stream = await blobs.OpenReadAsync(container, path, null, cancellationToken);
        using var reader = new StreamReader(stream);
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            yield return JsonSerializer.Deserialize(line, type)!;
        }
    }

    /// <summary>Writes the records, whatever is there; returns how many there were.</summary>
    public static async Task<long> WriteLinesAsync<T>(
        this IBlobStore blobs, string container, string path, IAsyncEnumerable<T> records, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        long count = 0;
        await using var content = new PulledStream(PiecesAsync(), cancellationToken);
        await blobs.WriteAsync(container, path, content, "application/x-ndjson", cancellationToken);
        return count;

        async IAsyncEnumerable<ReadOnlyMemory<byte>> PiecesAsync()
        {
            using var piece = new MemoryStream(PieceBytes * 2);
            await foreach (var record in records.WithCancellation(cancellationToken))
            {
                JsonSerializer.Serialize(piece, record, type);
                piece.WriteByte((byte)'\n');
                count++;
                if (piece.Length >= PieceBytes)
                {
                    yield return piece.GetBuffer().AsMemory(0, (int)piece.Length);
                    piece.SetLength(0);
                }
            }

            yield return piece.GetBuffer().AsMemory(0, (int)piece.Length);
        }
    }
}
