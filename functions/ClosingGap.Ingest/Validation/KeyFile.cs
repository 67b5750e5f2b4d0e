using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace ClosingGap.Ingest.Validation;

/// <summary>
/// The chunks of hashes that exceed the memory budget, in a temporary file that has no name left where the system allows it, so that nothing
/// stays behind when the process dies. It holds hashes only.
/// </summary>
internal sealed class KeyFile : IDisposable
{
    /// <summary>Slots read at a time: with three quarters filled, most searches end within them.</summary>
    private const int Window = 16;

    private readonly SafeFileHandle _handle;
    private readonly Stack<long> _free = [];
    private long _length;

    public KeyFile(string folder)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, $"closinggap-keys-{Guid.NewGuid():N}");
        _handle = File.OpenHandle(
            path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Delete, FileOptions.DeleteOnClose | FileOptions.RandomAccess);
        if (!OperatingSystem.IsWindows())
        {
            File.Delete(path);
        }
    }

    /// <summary>Gives room for a chunk, all slots free.</summary>
    public long Take()
    {
        if (_free.TryPop(out var offset))
        {
            Write(offset, new ulong[KeyChunk.SlotCount]);
            return offset;
        }

        offset = _length;
        _length += KeyChunk.Bytes;
        RandomAccess.SetLength(_handle, _length);
        return offset;
    }

    /// <summary>Takes the room of a chunk back.</summary>
    public void Return(long offset) => _free.Push(offset);

    public void Read(long offset, Span<ulong> slots) => ReadExactly(offset, MemoryMarshal.AsBytes(slots));

    public void Write(long offset, ReadOnlySpan<ulong> slots) => RandomAccess.Write(_handle, MemoryMarshal.AsBytes(slots), offset);

    /// <summary>Looks for a hash in a chunk. When it is not there, gives its slot.</summary>
    public bool Find(long offset, ulong hash, out int slot)
    {
        Span<ulong> window = stackalloc ulong[Window];
        slot = (int)hash & (KeyChunk.SlotCount - 1);
        while (true)
        {
            var length = Math.Min(Window, KeyChunk.SlotCount - slot);
            Read(offset + (slot * sizeof(ulong)), window[..length]);
            var at = window[..length].IndexOfAny(0UL, hash);
            if (at >= 0)
            {
                slot += at;
                return window[at] == hash;
            }

            slot = (slot + length) & (KeyChunk.SlotCount - 1);
        }
    }

    public void Dispose() => _handle.Dispose();

    private void ReadExactly(long offset, Span<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            var read = RandomAccess.Read(_handle, bytes, offset);
            if (read == 0)
            {
                throw new EndOfStreamException("The temporary file of hashes is shorter than it was written.");
            }

            bytes = bytes[read..];
            offset += read;
        }
    }
}
