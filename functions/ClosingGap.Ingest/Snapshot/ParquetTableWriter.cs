using System.Buffers;
using ClosingGap.Ingest.Canonical;
using Parquet;
using Parquet.Schema;

namespace ClosingGap.Ingest.Snapshot;

/// <summary>Writes row groups of a canonical table.</summary>
internal sealed class ParquetTableWriter : IAsyncDisposable
{
    private readonly ParquetWriter _writer;
    private readonly DataField[] _fields;

    private ParquetTableWriter(ParquetWriter writer, DataField[] fields)
    {
        _writer = writer;
        _fields = fields;
    }

    public static async Task<ParquetTableWriter> CreateAsync(Stream output, CanonicalTable table, CancellationToken cancellationToken)
    {
        var fields = table.Columns.Select(ParquetColumns.Field).ToArray();
        var writer = await ParquetWriter.CreateAsync(
            new ParquetSchema(fields), output, ParquetColumns.WriteOptions(table), append: false, cancellationToken);
        writer.CustomMetadata = new Dictionary<string, string>(StringComparer.Ordinal) { ["closinggap.table"] = table.Name };
        return new ParquetTableWriter(writer, fields);
    }

    /// <summary>Writes these rows, in this order, as row groups.</summary>
    public async Task WriteAsync(TableCells cells, ReadOnlyMemory<int> rows, CancellationToken cancellationToken)
    {
        for (var start = 0; start < rows.Length; start += ParquetColumns.RowGroupRows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var part = rows.Slice(start, Math.Min(ParquetColumns.RowGroupRows, rows.Length - start));
            using var group = _writer.CreateRowGroup();
            for (var index = 0; index < _fields.Length; index++)
            {
                await WriteColumnAsync(group, _fields[index], cells.Columns[index], part, cancellationToken);
            }

            group.CompleteValidate();
        }
    }

    public ValueTask DisposeAsync() => _writer.DisposeAsync();

    private static Task WriteColumnAsync(
        ParquetRowGroupWriter group, DataField field, ColumnCells column, ReadOnlyMemory<int> rows, CancellationToken token) =>
        column.Column.Type switch
        {
            ColumnType.Boolean => WriteAsync(group, field, column, rows, static (_, cell) => cell != 0, token),
            ColumnType.Date => WriteAsync(group, field, column, rows, static (_, cell) => DateOnly.FromDayNumber((int)cell), token),
            ColumnType.DateTime => WriteAsync(group, field, column, rows, static (_, cell) => CellCodec.ToDateTime(cell), token),
            ColumnType.Integer or ColumnType.SchoolYear => WriteAsync(group, field, column, rows, static (_, cell) => (int)cell, token),
            ColumnType.Decimal => WriteAsync(group, field, column, rows, static (_, cell) => CellCodec.ToDecimal(cell), token),
            _ => WriteAsync(group, field, column, rows, static (pool, cell) => pool![(int)cell].AsMemory(), token),
        };

    private static async Task WriteAsync<T>(
        ParquetRowGroupWriter group,
        DataField field,
        ColumnCells column,
        ReadOnlyMemory<int> rows,
        Func<StringPool?, long, T> convert,
        CancellationToken cancellationToken)
        where T : struct
    {
        var values = ArrayPool<T?>.Shared.Rent(rows.Length);
        try
        {
            Fill(values.AsSpan(0, rows.Length), column, rows.Span, convert);
            await group.WriteAsync<T>(field, values.AsMemory(0, rows.Length), repetitionLevels: null, customMetadata: null, cancellationToken);
        }
        finally
        {
            ArrayPool<T?>.Shared.Return(values, clearArray: true);
        }
    }

    private static void Fill<T>(Span<T?> values, ColumnCells column, ReadOnlySpan<int> rows, Func<StringPool?, long, T> convert)
        where T : struct
    {
        for (var index = 0; index < values.Length; index++)
        {
            var cell = column[rows[index]];
            values[index] = cell == CellCodec.Null ? null : convert(column.Pool, cell);
        }
    }
}
