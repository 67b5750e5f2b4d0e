using System.Runtime.CompilerServices;
using ClosingGap.Pipeline.Ports;
using ClosingGap.Pipeline.Snapshots;

namespace ClosingGap.Pipeline.Rollups;

/// <summary>Reads and writes blobs of places, by key.</summary>
internal static class StudentPlaces
{
    private const int PieceBytes = 2_000 * StudentPlace.Length;

    /// <summary>The places of a blob; none where there is no blob.</summary>
    public static async IAsyncEnumerable<StudentPlace> ReadAsync(IBlobStore blobs, string path, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Stream stream;
        try
        {
            stream = await blobs.OpenReadAsync(RollupPaths.Container, path, null, cancellationToken);
        }
        catch (FileNotFoundException)
        {
            yield break;
        }

        await using (stream)
        {
            var bytes = new byte[PieceBytes];
            int length;
            while ((length = await stream.ReadAtLeastAsync(bytes, PieceBytes, throwOnEndOfStream: false, cancellationToken)) > 0)
            {
                for (var at = 0; at + StudentPlace.Length <= length; at += StudentPlace.Length)
                {
                    yield return StudentPlace.Read(bytes.AsSpan(at));
                }
            }
        }
    }

    /// <summary>Writes places, whatever is there.</summary>
    public static async Task WriteAsync(IBlobStore blobs, string path, IAsyncEnumerable<StudentPlace> places, CancellationToken cancellationToken)
    {
        await using var content = new PulledStream(PiecesAsync(), cancellationToken);
        await blobs.WriteAsync(RollupPaths.Container, path, content, "application/octet-stream", cancellationToken);

        async IAsyncEnumerable<ReadOnlyMemory<byte>> PiecesAsync()
        {
            var bytes = new byte[PieceBytes];
            var length = 0;
            await foreach (var place in places.WithCancellation(cancellationToken))
            {
                place.Write(bytes.AsSpan(length));
                length += StudentPlace.Length;
                if (length == PieceBytes)
                {
                    yield return bytes;
                    length = 0;
                }
            }

            yield return bytes.AsMemory(0, length);
        }
    }
}
