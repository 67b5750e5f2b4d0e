using System.Buffers;
using System.Security.Cryptography;

namespace ClosingGap.Ingest.Snapshot;

/// <summary>The name of a content-addressed file: its SHA-256 in lower-case hex.</summary>
public static class ContentHash
{
    private const int BufferBytes = 128 << 10;

    /// <summary>Hashes what is left of a stream while copying it.</summary>
    /// <param name="source">Is read to its end.</param>
    /// <param name="destination">Takes the bytes; null: they are only hashed.</param>
    public static async Task<ContentDigest> CopyAsync(Stream source, Stream? destination, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            long length = 0;
            int read;
            while ((read = await source.ReadAsync(buffer, cancellationToken)) > 0)
            {
                hash.AppendData(buffer, 0, read);
                length += read;
                if (destination is not null)
                {
                    await destination.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
                }
            }

            return new ContentDigest(Convert.ToHexStringLower(hash.GetHashAndReset()), length);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }

    /// <summary>The SHA-256 of these bytes in lower-case hex.</summary>
    public static string Of(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
