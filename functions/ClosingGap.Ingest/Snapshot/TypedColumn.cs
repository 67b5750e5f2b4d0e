using ClosingGap.Ingest.Canonical;

namespace ClosingGap.Ingest.Snapshot;

/// <summary>Reads one column of all row groups as an array of its type.</summary>
internal static class TypedColumn
{
    public static Task<Array> ReadAsync(ParquetTableReader reader, CanonicalColumn column, CancellationToken cancellationToken) =>
        column.Type switch
        {
            ColumnType.Boolean => ReadAsync<bool?>(reader, column, static (_, cell) => cell != 0, cancellationToken),
            ColumnType.Date => ReadAsync<DateOnly?>(reader, column, static (_, cell) => DateOnly.FromDayNumber((int)cell), cancellationToken),
            ColumnType.DateTime => ReadAsync<DateTime?>(reader, column, static (_, cell) => CellCodec.ToDateTime(cell), cancellationToken),
            ColumnType.Integer or ColumnType.SchoolYear => ReadAsync<int?>(reader, column, static (_, cell) => (int)cell, cancellationToken),
            ColumnType.Decimal => ReadAsync<decimal?>(reader, column, static (_, cell) => CellCodec.ToDecimal(cell), cancellationToken),
            _ => ReadAsync<string?>(reader, column, static (pool, cell) => pool![(int)cell], cancellationToken),
        };

    private static async Task<Array> ReadAsync<T>(
        ParquetTableReader reader, CanonicalColumn column, Func<StringPool?, long, T> convert, CancellationToken cancellationToken)
    {
        var values = new T[reader.RowCount];
        var cells = new ColumnCells(column);
        var next = 0;
        for (var group = 0; group < reader.RowGroupCount; group++)
        {
            await reader.AppendAsync(group, cells, cancellationToken);
            for (var row = 0; row < cells.Count; row++)
            {
                var cell = cells[row];
                values[next++] = cell == CellCodec.Null ? default! : convert(cells.Pool, cell);
            }

            cells.Clear();
        }

        return values;
    }
}
