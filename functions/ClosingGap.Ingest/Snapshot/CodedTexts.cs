namespace ClosingGap.Ingest.Snapshot;

/// <summary>A column of text as numbers: what is found of a value is found once for all rows that hold it.</summary>
public sealed class CodedTexts
{
    private readonly int[] _codes;
    private readonly string[] _values;

    internal CodedTexts(int[] codes, string[] values)
    {
        _codes = codes;
        _values = values;
    }

    internal static CodedTexts Blank(int rows)
    {
        var codes = new int[rows];
        Array.Fill(codes, -1);
        return new CodedTexts(codes, []);
    }

    /// <summary>The numbers of some texts.</summary>
    public static CodedTexts Of(IReadOnlyList<string?> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var (pool, codes) = (new StringPool(), new int[texts.Count]);
        for (var row = 0; row < codes.Length; row++)
        {
            codes[row] = texts[row] is { } text ? pool.Add(text) : -1;
        }

        return new CodedTexts(codes, pool.ToArray());
    }

    /// <summary>For each row the number of its value; −1: blank or absent.</summary>
    public ReadOnlySpan<int> Codes => _codes;

    /// <summary>The distinct values by their numbers.</summary>
    public ReadOnlySpan<string> Values => _values;

    /// <summary>The value of a row, or null.</summary>
    public string? this[int row] => _codes[row] is >= 0 and var code ? _values[code] : null;

    /// <summary>Something of each row's value, found once for each distinct value.</summary>
    public Func<int, T> Select<T>(Func<string?, T> find)
    {
        ArgumentNullException.ThrowIfNull(find);
        var (codes, ofBlank, found) = (_codes, find(null), ConvertAll(find));
        return row => codes[row] is >= 0 and var code ? found[code] : ofBlank;
    }

    /// <summary>Something of each distinct value, by the values' numbers.</summary>
    public T[] ConvertAll<T>(Func<string, T> find)
    {
        ArgumentNullException.ThrowIfNull(find);
        return Array.ConvertAll(_values, value => find(value));
    }

    /// <summary>A string for each row.</summary>
    public string?[] ToArray()
    {
        var texts = new string?[_codes.Length];
        for (var row = 0; row < texts.Length; row++)
        {
            texts[row] = this[row];
        }

        return texts;
    }
}
