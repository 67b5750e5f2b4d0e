using System.Text;
using ClosingGap.Ingest.Diagnostics;

namespace ClosingGap.Ingest.Csv;

/// <summary>Makes rows of strings out of records.</summary>
/// <param name="width">Columns of the header.</param>
/// <param name="maxColumns">Columns that are looked at.</param>
internal sealed class CsvRowMaker(int width, int maxColumns)
{
    private readonly string?[] _cells = new string?[width];
    private readonly CsvTexts _texts = new(width);
    private char[] _decoded = [];

    /// <summary>The row of a record of a block; its array of cells is used again for the next.</summary>
    public CsvRow Make(CsvBlock block, int record)
    {
        ref readonly var csv = ref block[record];
        return Make(csv.Row, block.Text, block.Fields(in csv), csv.FieldCount, csv.Fault, csv.Deviation);
    }

    /// <summary>The row of a record; its array of cells is used again for the next.</summary>
    /// <param name="row">Its number.</param>
    /// <param name="text">The text in which its fields stand.</param>
    /// <param name="fields">The fields that are kept.</param>
    /// <param name="fieldCount">The fields that it has.</param>
    /// <param name="fault">Why it cannot be used, or null.</param>
    /// <param name="deviation">A deviation that leaves it readable, or null.</param>
    public CsvRow Make(long row, ReadOnlySpan<byte> text, ReadOnlySpan<CsvField> fields, int fieldCount, string? fault, string? deviation)
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
    public string? Text(int column, ReadOnlySpan<byte> cell) => cell.IsEmpty ? null : _texts.Get(column, Decode(cell));

    /// <summary>A field's text; it stays until the next call.</summary>
    public ReadOnlySpan<char> Text(ReadOnlySpan<byte> text, in CsvField field)
    {
        var cell = Decode(text.Slice(field.Start, field.Length));
        return field.HasEscapes ? cell[..Unescape(cell.Length)] : cell;
    }

    private bool AreBlank(ReadOnlySpan<byte> text, ReadOnlySpan<CsvField> fields)
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

    private ReadOnlySpan<char> Decode(ReadOnlySpan<byte> cell)
    {
        if (_decoded.Length < cell.Length)
        {
            _decoded = new char[Math.Max(cell.Length, 256)];
        }

        return _decoded.AsSpan(0, Encoding.UTF8.GetChars(cell, _decoded));
    }

    /// <summary>Takes one of two doubled quotes out of the text decoded last and gives its length.</summary>
    private int Unescape(int length)
    {
        var left = 0;
        for (var at = 0; at < length; at++)
        {
            _decoded[left++] = _decoded[at];
            at += _decoded[at] == '"' ? 1 : 0;
        }

        return left;
    }
}
