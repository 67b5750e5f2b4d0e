using System.Numerics;

namespace ClosingGap.Ingest.Validation;

/// <summary>A set of as many hashes as are known ahead, in one array that fits the processor's caches.</summary>
internal sealed class KeyTable
{
    /// <summary>The most hashes it takes: 4 MiB of slots.</summary>
    public const int MaxKeys = 1 << 18;

    private ulong[] _slots = [];
    private int _count;
    private bool _hasZero;

    /// <summary>Empties it and makes room.</summary>
    /// <param name="keys">Hashes that may be added, at most <see cref="MaxKeys"/>.</param>
    public void Clear(int keys)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(keys, MaxKeys);
        var slots = (int)BitOperations.RoundUpToPowerOf2((uint)(keys + (keys / 2) + 1));
        if (slots > _slots.Length)
        {
            _slots = new ulong[slots];
        }
        else
        {
            Array.Clear(_slots, 0, slots);
        }

        _count = slots;
        _hasZero = false;
    }

    /// <summary>Adds a hash; false when it was there.</summary>
    public bool Add(ulong hash)
    {
        if (hash == 0)
        {
            (var hadZero, _hasZero) = (_hasZero, true);
            return !hadZero;
        }

        var slots = _slots.AsSpan(0, _count);
        ref var slot = ref slots[KeyChunk.Find(slots, hash)];
        if (slot == hash)
        {
            return false;
        }

        slot = hash;
        return true;
    }
}
