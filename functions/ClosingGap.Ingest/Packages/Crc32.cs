using System.Buffers.Binary;

namespace ClosingGap.Ingest.Packages;

/// <summary>The CRC-32 of zip files (ISO 3309, reflected polynomial 0xEDB88320), four bytes a step.</summary>
internal sealed class Crc32
{
    private const uint Polynomial = 0xEDB88320;
    private static readonly uint[][] s_tables = MakeTables();

    private uint _state = uint.MaxValue;

    /// <summary>The checksum of everything appended.</summary>
    public uint Value => ~_state;

    /// <summary>Takes more bytes.</summary>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        var state = _state;
        var (first, second, third, fourth) = (s_tables[0], s_tables[1], s_tables[2], s_tables[3]);
        while (bytes.Length >= sizeof(uint))
        {
            state ^= BinaryPrimitives.ReadUInt32LittleEndian(bytes);
            state = fourth[state & 0xFF] ^ third[(state >> 8) & 0xFF] ^ second[(state >> 16) & 0xFF] ^ first[state >> 24];
            bytes = bytes[sizeof(uint)..];
        }

        foreach (var part in bytes)
        {
            state = (state >> 8) ^ first[(state ^ part) & 0xFF];
        }

        _state = state;
    }

    private static uint[][] MakeTables()
    {
        var tables = new uint[4][];
        for (var table = 0; table < tables.Length; table++)
        {
            tables[table] = new uint[256];
            for (var index = 0u; index < 256; index++)
            {
                tables[table][index] = table == 0 ? ShiftEight(index) : (tables[table - 1][index] >> 8) ^ tables[0][tables[table - 1][index] & 0xFF];
            }
        }

        return tables;
    }

    private static uint ShiftEight(uint value)
    {
        for (var bit = 0; bit < 8; bit++)
        {
            value = (value & 1) == 0 ? value >> 1 : (value >> 1) ^ Polynomial;
        }

        return value;
    }
}
