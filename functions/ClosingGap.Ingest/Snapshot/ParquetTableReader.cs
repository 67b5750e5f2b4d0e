using System.Buffers;
using ClosingGap.Ingest.Canonical;
using Parquet;
using Parquet.Schema;

namespace ClosingGap.Ingest.Snapshot;

/// <summary>Reads row groups of a canonical table into cells.</summary>
internal sealed class ParquetTableReader : IAsyncDisposable
{
    private readonly ParquetReader _reader;
    private readonly CanonicalTable _table;
    private readonly Dictionary<string, DataField> _fields;

    private ParquetTableReader(ParquetReader reader, CanonicalTable table)
    {
        _reader = reader;
        _table = table;
        _fields = reader.Schema.DataFields.ToDictionary(field => field.Name, StringComparer.Ordinal);
    }

    /// <summary>True when the file has the table's columns in the table's order, and no others.</summary>
    public bool HasColumnsOfTable => _reader.Schema.DataFields.Select(found => found.Name)
        .SequenceEqual(_table.Columns.Select(column => column.Name), StringComparer.Ordinal);

    public int RowGroupCount => _reader.RowGroupCount;

    /// <summary>The rows of all row groups.</summary>
    /// <exception cref="SnapshotException">More rows than an array can hold.</exception>
    public int RowCount => _reader.RowGroups.Sum(group => group.RowCount) is var rows && rows <= Array.MaxLength
        ? (int)rows
        : throw Unreadable(_table, null);

    public static async Task<ParquetTableReader> OpenAsync(Stream parquet, CanonicalTable table, CancellationToken cancellationToken)
    {
        if (!parquet.CanSeek)
        {
            throw new ArgumentException("Parquet is read from its end: the stream must be seekable.", nameof(parquet));
        }

        try
        {
            var reader = await ParquetReader.CreateAsync(parquet, ParquetColumns.ReadOptions(), leaveStreamOpen: true, cancellationToken);
            return new ParquetTableReader(reader, table);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            throw Unreadable(table, exception);
        }
    }

    public int GroupRows(int group) => checked((int)_reader.RowGroups[group].RowCount);

    /// <summary>Appends a column's cells of one row group. A column that the file has not is null.</summary>
    public async Task AppendAsync(int group, ColumnCells column, CancellationToken cancellationToken)
    {
        var work = column.Column.Type switch
        {
            ColumnType.Boolean => ReadAsync<bool>(group, column, static (_, value) => value ? 1 : 0, cancellationToken),
            ColumnType.Date => ReadAsync<DateOnly>(group, column, static (_, value) => value.DayNumber, cancellationToken),
            ColumnType.DateTime => ReadAsync<DateTime>(group, column, static (_, value) => CellCodec.FromDateTime(value), cancellationToken),
            ColumnType.Integer or ColumnType.SchoolYear => ReadAsync<int>(group, column, static (_, value) => value, cancellationToken),
            ColumnType.Decimal => ReadAsync<decimal>(
                group, column, static (_, value) => CellCodec.TryFromDecimal(value, out var cell) ? cell : throw new OverflowException(), cancellationToken),
            _ => ReadAsync<ReadOnlyMemory<char>>(group, column, static (pool, value) => pool!.Add(value.Span), cancellationToken),
        };
        await work;
    }

    public ValueTask DisposeAsync() => _reader.DisposeAsync();

    /// <summary>
    /// Hands over a column's cells of one row group: the values there are, and for each row its level, 0 where it has none. A column that the
    /// file has not is handed over without any value.
    /// </summary>
    public async Task ReadGroupAsync<T>(int group, CanonicalColumn column, GroupCells<T> take, CancellationToken cancellationToken)
        where T : struct
    {
        var rows = GroupRows(group);
        var levels = ArrayPool<int>.Shared.Rent(rows);
        try
        {
            if (!_fields.TryGetValue(column.Name, out var field))
            {
                levels.AsSpan(0, rows).Clear();
                take([], levels.AsSpan(0, rows));
                return;
            }

            await ReadAsync(group, column.Name, column.Type, field, levels.AsMemory(0, rows), take, cancellationToken);
        }
        finally
        {
            ArrayPool<int>.Shared.Return(levels);
        }
    }

    private Task ReadAsync<T>(int group, ColumnCells column, Func<StringPool?, T, long> convert, CancellationToken cancellationToken)
        where T : struct => ReadGroupAsync<T>(
            group,
            column.Column,
            (values, levels) =>
            {
                var next = 0;
                foreach (var level in levels)
                {
                    column.Add(level == 0 ? CellCodec.Null : convert(column.Pool, values[next++]));
                }
            },
            cancellationToken);

    private async Task ReadAsync<T>(
        int group, string name, ColumnType type, DataField field, Memory<int> levels, GroupCells<T> take, CancellationToken cancellationToken)
        where T : struct
    {
        if (field.ClrType != typeof(T) || field.MaxRepetitionLevel != 0)
        {
            throw new SnapshotException(
                "snapshot.parquet_type", $"The column {_table.Name}.{name} of a snapshot file is not a {type}. Rebuild the district's snapshot.");
        }

        var values = ArrayPool<T>.Shared.Rent(levels.Length);
        try
        {
            var nullable = field.MaxDefinitionLevel > 0;
            if (!nullable)
            {
                levels.Span.Fill(1);
            }

            using var reader = _reader.OpenRowGroupReader(group);
            await reader.ReadRawAsync(
                field, values.AsMemory(0, levels.Length), nullable ? levels : null, repetitionLevels: null, cancellationToken);
            take(values.AsSpan(0, levels.Length), levels.Span);
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or SnapshotException))
        {
            throw Unreadable(_table, exception);
        }
        finally
        {
            ArrayPool<T>.Shared.Return(values);
        }
    }

    private static SnapshotException Unreadable(CanonicalTable table, Exception? cause) =>
        new("snapshot.parquet_unreadable", $"A snapshot file of {table.Name} cannot be read. Rebuild the district's snapshot.", cause);
}
