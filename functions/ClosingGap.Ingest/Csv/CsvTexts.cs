namespace ClosingGap.Ingest.Csv;

/// <summary>
/// Makes the cells of a file into strings. Exports repeat the cell above more often than not, and codes, days and scores come again: the string
/// is then the same object, by which a reader can tell that it has seen the cell before.
/// </summary>
internal sealed class CsvTexts(int columns)
{
    private const int Remembered = 128;
    private const int MaxRememberedLength = 24;

    private readonly string?[] _previous = new string?[columns];
    private readonly string?[]?[] _seen = new string?[]?[columns];

    /// <summary>The string of a cell; null for an empty one.</summary>
    public string? Get(int column, ReadOnlySpan<char> cell)
    {
        if (cell.IsEmpty)
        {
            return null;
        }

        var previous = _previous[column];
        if (previous is not null && cell.SequenceEqual(previous))
        {
            return previous;
        }

        return _previous[column] = cell.Length > MaxRememberedLength ? cell.ToString() : Remember(column, cell);
    }

    private string Remember(int column, ReadOnlySpan<char> cell)
    {
        var seen = _seen[column] ??= new string?[Remembered];
        var hash = ((uint)cell[0] * 31) + ((uint)cell[^1] * 7) + ((uint)cell[cell.Length / 2] * 131) + ((uint)cell[cell.Length * 3 / 4] * 17) + (uint)cell.Length;
        ref var slot = ref seen[hash % Remembered];
        return slot is not null && cell.SequenceEqual(slot) ? slot : slot = cell.ToString();
    }
}
