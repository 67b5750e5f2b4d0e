using System.Numerics;
using System.Runtime.CompilerServices;

namespace ClosingGap.Ingest.Validation;

/// <summary>A set of as many hashes as are known ahead, in one array that fits the processor's caches.</summary>
internal sealed class KeyTable
{
    /// <summary>The most hashes it takes: 4 MiB of slots.</summary>
    public const int MaxKeys = 1 << 18;

    private ulong[] _slots = [];
    private int _mask;
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

        _mask = slots - 1;
        _hasZero = false;
    }

    /// <summary>Adds a hash; false when it was there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Add(ulong hash)
    {
        var slots = _slots;
        var at = (int)hash & _mask;
        while (slots[at] != 0)
        {
            if (slots[at] == hash)
            {
                return false;
            }

            at = (at + 1) & _mask;
        }

        slots[at] = hash;
        if (hash == 0)
        {
            (var hadZero, _hasZero) = (_hasZero, true);
            return !hadZero;
        }

        return true;
    }
}
