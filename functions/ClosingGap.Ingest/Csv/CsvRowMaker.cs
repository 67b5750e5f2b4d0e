using ClosingGap.Ingest.Diagnostics;

namespace ClosingGap.Ingest.Csv;

/// <summary>Makes rows of strings out of records.</summary>
/// <param name="width">Columns of the header.</param>
/// <param name="maxColumns">Columns that are looked at.</param>
internal sealed class CsvRowMaker(int width, int maxColumns)
{
    private readonly string?[] _cells = new string?[width];
    private readonly CsvTexts _texts = new(width);
    private char[] _unescaped = [];

    /// <summary>The row of a record; its array of cells is used again for the next.</summary>
    /// <param name="row">Its number.</param>
    /// <param name="text">The text in which its fields stand.</param>
    /// <param name="fields">The fields that are kept.</param>
    /// <param name="fieldCount">The fields that it has.</param>
    /// <param name="fault">Why it cannot be used, or null.</param>
    /// <param name="deviation">A deviation that leaves it readable, or null.</param>
    public CsvRow Make(long row, ReadOnlySpan<char> text, ReadOnlySpan<CsvField> fields, int fieldCount, string? fault, string? deviation)
    {
        if (fault is null && fieldCount != width)
        {
            (fault, deviation) = fieldCount > width && fieldCount <= maxColumns && AreBlank(text, fields[width..])
                ? (fault, deviation ?? DiagnosticCodes.TableTrailingBlankCells)
                : (DiagnosticCodes.TableRowWidthMismatch, deviation);
        }

        if (fault is not null)
        {
            return new CsvRow(row, [], fault, deviation);
        }

        for (var index = 0; index < width; index++)
        {
            _cells[index] = _texts.Get(index, Text(text, fields[index]));
        }

        return new CsvRow(row, _cells, null, deviation);
    }

    /// <summary>A cell as a string; null when blank.</summary>
    public string? Text(int column, ReadOnlySpan<char> cell) => _texts.Get(column, cell);

    /// <summary>A field's text; it stays until the next call.</summary>
    public ReadOnlySpan<char> Text(ReadOnlySpan<char> text, in CsvField field)
    {
        var cell = text.Slice(field.Start, field.Length);
        return field.HasEscapes ? Unescape(cell) : cell;
    }

    private bool AreBlank(ReadOnlySpan<char> text, ReadOnlySpan<CsvField> fields)
    {
        foreach (ref readonly var field in fields)
        {
            if (!Text(text, field).IsWhiteSpace())
            {
                return false;
            }
        }

        return true;
    }

    private ReadOnlySpan<char> Unescape(ReadOnlySpan<char> text)
    {
        if (_unescaped.Length < text.Length)
        {
            _unescaped = new char[Math.Max(text.Length, 256)];
        }

        var length = 0;
        for (var at = 0; at < text.Length; at++)
        {
            _unescaped[length++] = text[at];
            at += text[at] == '"' ? 1 : 0;
        }

        return _unescaped.AsSpan(0, length);
    }
}
