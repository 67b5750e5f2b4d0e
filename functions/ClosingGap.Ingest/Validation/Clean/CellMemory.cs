using System.Text;

namespace ClosingGap.Ingest.Validation.Clean;

/// <summary>Cells of one column that were read and found sound, with what they became: a few, the newest of those that fall together. One may add while another looks.</summary>
internal sealed class CellMemory
{
    private const int Slots = 64;

    private readonly Entry?[] _entries = new Entry?[Slots];

    /// <summary>Remembers a sound cell.</summary>
    public void Add(string cell, string value)
    {
        var bytes = Encoding.UTF8.GetBytes(cell);
        ref var entry = ref _entries[Slot(bytes)];
        if (entry is null || !bytes.AsSpan().SequenceEqual(entry.Cell))
        {
            Volatile.Write(ref entry, new Entry(bytes, value));
        }
    }

    /// <summary>What a cell became; null when it is not remembered.</summary>
    public string? Find(ReadOnlySpan<byte> cell) =>
        Volatile.Read(ref _entries[Slot(cell)]) is { } entry && cell.SequenceEqual(entry.Cell) ? entry.Value : null;

    private static int Slot(ReadOnlySpan<byte> cell) => (int)((((uint)cell[0] * 31) + ((uint)cell[^1] * 7) + (uint)cell.Length) % Slots);

    private sealed record Entry(byte[] Cell, string Value);
}
