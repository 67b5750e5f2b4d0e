using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace ClosingGap.Ingest.Profiles.Running;

/// <summary>
/// Makes a 128-bit hash of a sequence of cells (SHA-256, cut), so that keys are remembered in 16 bytes whatever their length.
/// Each cell goes in with its length: ("ab", "c") and ("a", "bc") differ. Not for several threads.
/// </summary>
internal sealed class RowHasher
{
    private byte[] _buffer = new byte[256];
    private int _length;

    public void Append(string? cell)
    {
        var bytes = cell is null ? [] : MemoryMarshal.AsBytes(cell.AsSpan());
        var needed = _length + sizeof(int) + bytes.Length;
        if (needed > _buffer.Length)
        {
            Array.Resize(ref _buffer, Math.Max(needed, _buffer.Length * 2));
        }

        BinaryPrimitives.WriteInt32LittleEndian(_buffer.AsSpan(_length), cell is null ? -1 : bytes.Length);
        bytes.CopyTo(_buffer.AsSpan(_length + sizeof(int)));
        _length = needed;
    }

    /// <summary>The hash of what was appended; begins anew.</summary>
    public UInt128 Finish()
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(_buffer.AsSpan(0, _length), hash);
        _length = 0;
        return BinaryPrimitives.ReadUInt128LittleEndian(hash);
    }
}
