namespace ClosingGap.Ingest.Validation;

/// <summary>
/// The room for all sets of hashes of one validation. It is given out in chunks of 128 KiB, used again when a set is let go; above the budget
/// chunks come from a temporary file. A set grows by one chunk at a time, so growing never doubles anything.
/// </summary>
/// <param name="budget">Memory for chunks, in bytes.</param>
/// <param name="folder">Where the temporary file is made; null: the system's folder for such files.</param>
internal sealed class KeyMemory(long budget, string? folder) : IDisposable
{
    private readonly Stack<ulong[]> _free = [];
    private long _used;
    private KeyFile? _file;

    /// <summary>Room for the slots of one chunk while they are spread; nothing stays in it.</summary>
    public ulong[] Scratch { get; } = new ulong[KeyChunk.SlotCount];

    /// <summary>True once chunks are in the file.</summary>
    public bool HasSpilled => _file is not null;

    /// <summary>The file; asked for only where a chunk is in it.</summary>
    public KeyFile File => _file ??= new KeyFile(folder ?? Path.GetTempPath());

    /// <summary>Gives a chunk with all slots free.</summary>
    public KeyChunk Take()
    {
        if (_free.TryPop(out var slots))
        {
            Array.Clear(slots);
            return new KeyChunk(slots, 0);
        }

        if (_used + KeyChunk.Bytes > budget)
        {
            return new KeyChunk(null, File.Take());
        }

        _used += KeyChunk.Bytes;
        return new KeyChunk(new ulong[KeyChunk.SlotCount], 0);
    }

    /// <summary>Takes a chunk back.</summary>
    public void Return(KeyChunk chunk)
    {
        if (chunk.Slots is { } slots)
        {
            _free.Push(slots);
        }
        else
        {
            File.Return(chunk.Offset);
        }
    }

    public void Dispose() => _file?.Dispose();
}
