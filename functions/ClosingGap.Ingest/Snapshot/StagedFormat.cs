using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace ClosingGap.Ingest.Snapshot;

/// <summary>
/// A staged file: <c>CGS1</c>, the names of the columns, then blocks, then an empty block with the number of all rows.
/// A block is four little-endian 32-bit integers (rows, bytes unpacked, bytes packed, CRC-32C of the unpacked bytes) and the rows,
/// packed by Brotli at its fastest.
/// A row is a byte (1: deleted) and its cells; a cell is a variable-length integer, 0 for null: for text its length in UTF-8 bytes + 1
/// and the bytes, else its zigzag + 1. It lives for one drop, on one release: it is no format to keep.
/// </summary>
internal static class StagedFormat
{
    public const int BlockHeaderBytes = 16;
    public const int EndBytes = BlockHeaderBytes + sizeof(long);
    public const byte Upsert = 0;
    public const byte Deletion = 1;

    /// <summary>What a block may hold unpacked. A longer claim is damage.</summary>
    public const int MaxBlockBytes = 1 << 30;

    public static ReadOnlySpan<byte> Magic => "CGS1"u8;

    /// <summary>A flipped bit would else become another grade, quietly.</summary>
    public static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
        {
            crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        }

        foreach (var rest in bytes)
        {
            crc = BitOperations.Crc32C(crc, rest);
        }

        return ~crc;
    }

    /// <summary>UTF-8 that turns what is not text into the replacement character, as the Parquet writer does.</summary>
    public static Encoding Utf8 { get; } = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: false);
}
