using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace ClosingGap.Ingest.Snapshot;

/// <summary>
/// The shard of a student: the first eight bytes of the SHA-256 of the sourcedId's UTF-8, read as a big-endian unsigned integer,
/// modulo the number of shards. It is the same on every machine and release; other tools may compute it from this sentence.
/// </summary>
public static class StudentShard
{
    /// <summary>The most shards that a snapshot may have.</summary>
    public const int MaxShards = 1024;

    private const int StackBytes = 512;

    /// <summary>The shard of a student, from 0 to <paramref name="shardCount"/> - 1. A null id falls in the shard of the empty one.</summary>
    /// <param name="sourcedId">The student's sourcedId, compared ordinally.</param>
    /// <param name="shardCount">1 to <see cref="MaxShards"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of shards is out of range.</exception>
    public static int Of(string? sourcedId, int shardCount)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(shardCount, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(shardCount, MaxShards);
        if (shardCount == 1)
        {
            return 0;
        }

        var text = sourcedId ?? string.Empty;
        Span<byte> utf8 = stackalloc byte[StackBytes];
        if (!Encoding.UTF8.TryGetBytes(text, utf8, out var length))
        {
            utf8 = Encoding.UTF8.GetBytes(text);
            length = utf8.Length;
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(utf8[..length], hash);
        return (int)(BinaryPrimitives.ReadUInt64BigEndian(hash) % (ulong)shardCount);
    }
}
