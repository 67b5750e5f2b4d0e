namespace ClosingGap.Ingest.Validation.Clean;

/// <summary>Cells of one column that were read and found sound, with what they became: a few, the newest of those that fall together.</summary>
internal sealed class CellMemory
{
    private const int Slots = 64;

    private readonly (string? Cell, string? Value)[] _slots = new (string?, string?)[Slots];

    /// <summary>Remembers a sound cell.</summary>
    public void Add(string cell, string? value) => _slots[Slot(cell)] = (cell, value);

    /// <summary>Finds what a cell became.</summary>
    public bool TryGet(ReadOnlySpan<char> cell, out string? value)
    {
        var (known, became) = _slots[Slot(cell)];
        value = became;
        return known is not null && cell.SequenceEqual(known);
    }

    private static int Slot(ReadOnlySpan<char> cell) => (int)((((uint)cell[0] * 31) + ((uint)cell[^1] * 7) + (uint)cell.Length) % Slots);
}
