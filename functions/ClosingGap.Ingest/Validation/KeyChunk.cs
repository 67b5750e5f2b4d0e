using System.Runtime.CompilerServices;

namespace ClosingGap.Ingest.Validation;

/// <summary>A part of a set of hashes: the keys that share their first bits, in slots by their last bits, in memory or in the spill file.</summary>
/// <param name="slots">The slots in memory, zero where free; null when they are in the file.</param>
/// <param name="offset">Where they are in the file, in bytes.</param>
internal sealed class KeyChunk(ulong[]? slots, long offset)
{
    /// <summary>Slots of a chunk; it is split when three quarters are filled.</summary>
    public const int SlotCount = 1 << 14;

    /// <summary>Bytes of a chunk.</summary>
    public const int Bytes = SlotCount * sizeof(ulong);

    public ulong[]? Slots { get; } = slots;

    public long Offset { get; } = offset;

    /// <summary>Keys held.</summary>
    public int Count { get; set; }

    /// <summary>How many first bits its keys share.</summary>
    public int Depth { get; set; }

    public bool IsFull => Count >= SlotCount / 4 * 3;

    /// <summary>The slot that holds a hash, or the free one where it belongs. There must be a free one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Find(ReadOnlySpan<ulong> slots, ulong hash)
    {
        var mask = slots.Length - 1;
        var at = (int)hash & mask;
        while (slots[at] != 0 && slots[at] != hash)
        {
            at = (at + 1) & mask;
        }

        return at;
    }
}
