using System.Runtime.CompilerServices;

namespace ClosingGap.Ingest.Validation;

/// <summary>
/// A set of 64-bit hashes: a small array at first, then chunks found by the first bits of the hash (extendible hashing: Fagin, Nievergelt,
/// Pippenger and Strong, ACM TODS 4(3), 1979), which are split one by one.
/// </summary>
internal sealed class KeySet(KeyMemory memory) : IDisposable
{
    private const int FirstSlots = 64;

    private ulong[]? _small;
    private KeyChunk[]? _chunks;

    /// <summary>The slots of the chunks, null where they are in the file: one step less on the way to a slot.</summary>
    private ulong[]?[] _slots = [];
    private int _bits;
    private int _count;
    private bool _hasZero;

    public int Count => _count + (_hasZero ? 1 : 0);

    /// <summary>Adds a hash; false when it was there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool Add(ulong hash)
    {
        bool isNew;
        if (hash == 0)
        {
            isNew = !_hasZero;
            _hasZero = true;
            return isNew;
        }

        isNew = _chunks is null ? AddSmall(hash) : AddToChunk(ChunkOf(hash), hash);
        _count += isNew ? 1 : 0;
        return isNew;
    }

    /// <summary>True when the hash was added.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool Contains(ulong hash)
    {
        if (hash == 0 || _count == 0)
        {
            return hash == 0 && _hasZero;
        }

        if (_small is { } small)
        {
            return small[KeyChunk.Find(small, hash)] == hash;
        }

        var at = hash >> (64 - _bits);
        return _slots[at] is { } slots ? slots[KeyChunk.Find(slots, hash)] == hash : memory.File.Find(_chunks![at].Offset, hash, out _);
    }

    /// <summary>
    /// Says that a hash will be asked about soon. The processor fetches many slots at once, so that they are near when each hash is asked about
    /// in turn. A small set is near anyway.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Approach(ulong hash)
    {
        if (_bits > 0 && _slots[hash >> (64 - _bits)] is { } slots)
        {
            CacheLine.Approach(in slots[(int)hash & (KeyChunk.SlotCount - 1)]);
        }
    }

    /// <summary>Gives its room back; the set is empty then.</summary>
    public void Dispose()
    {
        foreach (var chunk in (_chunks ?? []).Distinct())
        {
            memory.Return(chunk);
        }

        _chunks = null;
        _slots = [];
        _bits = 0;
        _small = null;
        _count = 0;
        _hasZero = false;
    }

    private bool AddSmall(ulong hash)
    {
        var slots = _small ??= new ulong[FirstSlots];
        var at = KeyChunk.Find(slots, hash);
        if (slots[at] == hash)
        {
            return false;
        }

        if (_count < slots.Length / 4 * 3)
        {
            slots[at] = hash;
            return true;
        }

        if (slots.Length < KeyChunk.SlotCount)
        {
            _small = new ulong[slots.Length * 2];
            Array.ForEach(slots, Put);
            _small[KeyChunk.Find(_small, hash)] = hash;
            return true;
        }

        // Two chunks at once: a directory needs at least one bit.
        _bits = 1;
        _small = null;
        _chunks = [memory.Take(), memory.Take()];
        _chunks[0].Depth = _chunks[1].Depth = 1;
        _slots = [_chunks[0].Slots, _chunks[1].Slots];
        Spread(slots, _chunks[0], _chunks[1], bit: 63);
        return AddToChunk(ChunkOf(hash), hash);
    }

    private void Put(ulong hash)
    {
        if (hash != 0)
        {
            _small![KeyChunk.Find(_small, hash)] = hash;
        }
    }

    /// <summary>The chunk of a hash, with room for one more.</summary>
    private KeyChunk ChunkOf(ulong hash)
    {
        var chunk = _chunks![hash >> (64 - _bits)];
        while (chunk.IsFull)
        {
            Split(chunk, hash);
            chunk = _chunks[hash >> (64 - _bits)];
        }

        return chunk;
    }

    private bool AddToChunk(KeyChunk chunk, ulong hash)
    {
        if (chunk.Slots is { } slots)
        {
            var at = KeyChunk.Find(slots, hash);
            if (slots[at] == hash)
            {
                return false;
            }

            slots[at] = hash;
        }
        else
        {
            if (memory.File.Find(chunk.Offset, hash, out var slot))
            {
                return false;
            }

            memory.File.Write(chunk.Offset + (slot * sizeof(ulong)), [hash]);
        }

        chunk.Count++;
        return true;
    }

    /// <summary>Divides a chunk in two by the first bit that its keys do not share.</summary>
    private void Split(KeyChunk chunk, ulong hash)
    {
        if (chunk.Depth == _bits)
        {
            _chunks = [.. _chunks!.SelectMany(static part => new[] { part, part })];
            _slots = Array.ConvertAll(_chunks, static part => part.Slots);
            _bits++;
        }

        var keys = memory.Scratch;
        if (chunk.Slots is { } slots)
        {
            slots.CopyTo(keys, 0);
        }
        else
        {
            memory.File.Read(chunk.Offset, keys);
        }

        var other = memory.Take();
        chunk.Depth++;
        other.Depth = chunk.Depth;
        Spread(keys, chunk, other, 64 - chunk.Depth);
        var run = 1 << (_bits - chunk.Depth);
        var first = (int)(hash >> (64 - _bits)) & ~((run * 2) - 1);
        Array.Fill(_chunks!, other, first + run, run);
        Array.Fill(_slots, other.Slots, first + run, run);
    }

    /// <summary>Fills two chunks with keys by one of their bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Spread(ulong[] keys, KeyChunk zeros, KeyChunk ones, int bit)
    {
        var ofZeros = zeros.Slots ?? new ulong[KeyChunk.SlotCount];
        var ofOnes = ones.Slots ?? new ulong[KeyChunk.SlotCount];
        Array.Clear(ofZeros);
        Array.Clear(ofOnes);
        var countOfOnes = 0;
        var count = 0;
        foreach (var hash in keys)
        {
            if (hash != 0)
            {
                var isOne = (hash >> bit & 1) != 0;
                var slots = isOne ? ofOnes : ofZeros;
                slots[KeyChunk.Find(slots, hash)] = hash;
                countOfOnes += isOne ? 1 : 0;
                count++;
            }
        }

        Store(zeros, ofZeros, count - countOfOnes);
        Store(ones, ofOnes, countOfOnes);
    }

    private void Store(KeyChunk chunk, ulong[] slots, int count)
    {
        chunk.Count = count;
        if (chunk.Slots is null)
        {
            memory.File.Write(chunk.Offset, slots);
        }
    }
}
