using System.Runtime.CompilerServices;
using ClosingGap.Ingest.Canonical;

namespace ClosingGap.Ingest.Snapshot;

/// <summary>
/// A canonical table as a Parquet file. Text, Id, IdList and Code are UTF-8 strings; Boolean is BOOLEAN; Date is DATE;
/// Integer and SchoolYear are INT32; Decimal is DECIMAL(18,6). Every column is optional: null is blank.
/// </summary>
/// <remarks>
/// The Parquet library orders the statistics of text by UTF-16 units, the format by code points. They differ only between characters
/// beyond U+FFFF and those from U+E000 to U+FFFF: where a row group's column holds both, a reader that skips row groups by statistics
/// may miss rows when it filters by such a text. This type's own readers use no statistics.
/// </remarks>
public static class CanonicalParquet
{
    /// <summary>Writes rows in the given order; a cell for each column of the table, in canonical form.</summary>
    /// <param name="output">Is left open.</param>
    /// <exception cref="SnapshotException"><c>snapshot.cell_out_of_range</c>: a cell is not of its column's type or range.</exception>
    public static async Task WriteAsync(
        Stream output, CanonicalTable table, IEnumerable<string?[]> rows, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(rows);
        await using var writer = await ParquetTableWriter.CreateAsync(output, table, cancellationToken);
        foreach (var part in rows.Chunk(ParquetColumns.RowGroupRows))
        {
            var cells = new TableCells(table);
            foreach (var row in part)
            {
                cells.AddRow(row);
            }

            await writer.WriteAsync(cells, Enumerable.Range(0, part.Length).ToArray(), cancellationToken);
        }
    }

    /// <summary>Reads some columns of all row groups. A column that an older file has not reads as null.</summary>
    /// <param name="parquet">Seekable; is left open.</param>
    /// <param name="columns">Names of the table's columns.</param>
    /// <exception cref="ArgumentException">A name is not a column of the table, or the stream is not seekable.</exception>
    /// <exception cref="SnapshotException"><c>snapshot.parquet_unreadable</c>, <c>snapshot.parquet_type</c>.</exception>
    public static async Task<CanonicalColumns> ReadAsync(
        Stream parquet, CanonicalTable table, IReadOnlyList<string> columns, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(parquet);
        ArgumentNullException.ThrowIfNull(columns);
        await using var reader = await ParquetTableReader.OpenAsync(parquet, table, cancellationToken);
        var arrays = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var name in columns.Distinct(StringComparer.Ordinal))
        {
            var ordinal = table.Ordinal(name);
            if (ordinal < 0)
            {
                throw new ArgumentException($"{table.Name} has no column {name}.", nameof(columns));
            }

            arrays[name] = await TypedColumn.ReadAsync(reader, table.Columns[ordinal], cancellationToken);
        }

        return new CanonicalColumns(table, reader.RowCount, arrays);
    }

    /// <summary>
    /// Reads the rows in file order, a row group at a time: a cell for each column of the table, in canonical form.
    /// A row array belongs to the caller.
    /// </summary>
    /// <param name="parquet">Seekable; is left open.</param>
    /// <exception cref="SnapshotException"><c>snapshot.parquet_unreadable</c>, <c>snapshot.parquet_type</c>.</exception>
    public static async IAsyncEnumerable<string?[]> ReadRowsAsync(
        Stream parquet, CanonicalTable table, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(parquet);
        await using var reader = await ParquetTableReader.OpenAsync(parquet, table, cancellationToken);
        for (var group = 0; group < reader.RowGroupCount; group++)
        {
            var cells = new TableCells(table);
            foreach (var column in cells.Columns)
            {
                await reader.AppendAsync(group, column, cancellationToken);
            }

            for (var row = 0; row < cells.RowCount; row++)
            {
                yield return Array.ConvertAll(cells.Columns, column => column.Text(row));
            }
        }
    }
}
