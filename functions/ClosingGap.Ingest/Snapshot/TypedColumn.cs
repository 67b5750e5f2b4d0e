using ClosingGap.Ingest.Canonical;

namespace ClosingGap.Ingest.Snapshot;

/// <summary>Reads one column of all row groups as an array of its type, text as numbers of its distinct values.</summary>
internal static class TypedColumn
{
    public static async Task<object> ReadAsync(ParquetTableReader reader, CanonicalColumn column, CancellationToken cancellationToken) =>
        column.Type switch
        {
            ColumnType.Boolean => await ReadAsync<bool, bool?>(reader, column, Fill, cancellationToken),
            ColumnType.Date => await ReadAsync<DateOnly, DateOnly?>(reader, column, Fill, cancellationToken),
            ColumnType.DateTime => await ReadAsync<DateTime, DateTime?>(reader, column, FillTimes, cancellationToken),
            ColumnType.Integer or ColumnType.SchoolYear => await ReadAsync<int, int?>(reader, column, Fill, cancellationToken),
            ColumnType.Decimal => new DecimalCells(await ReadAsync<decimal, long>(reader, column, FillMillionths, cancellationToken)),
            _ => await ReadTextsAsync(reader, column, cancellationToken),
        };

    private static async Task<TCell[]> ReadAsync<TRaw, TCell>(
        ParquetTableReader reader, CanonicalColumn column, Filling<TRaw, TCell> fill, CancellationToken cancellationToken)
        where TRaw : struct
    {
        // Every cell is written: nothing needs to be cleared first.
        var values = GC.AllocateUninitializedArray<TCell>(reader.RowCount);
        var begin = 0;
        for (var group = 0; group < reader.RowGroupCount; group++)
        {
            var first = begin;
            await reader.ReadGroupAsync<TRaw>(group, column, (raw, levels) => fill(raw, levels, values.AsSpan(first, levels.Length)), cancellationToken);
            begin += reader.GroupRows(group);
        }

        return values;
    }

    private static async Task<CodedTexts> ReadTextsAsync(ParquetTableReader reader, CanonicalColumn column, CancellationToken cancellationToken)
    {
        var codes = GC.AllocateUninitializedArray<int>(reader.RowCount);
        using var coder = new TextCoder();
        var begin = 0;
        for (var group = 0; group < reader.RowGroupCount; group++)
        {
            var first = begin;
            await reader.ReadGroupAsync<ReadOnlyMemory<char>>(
                group, column, (raw, levels) => coder.Code(raw, levels, codes.AsSpan(first, levels.Length)), cancellationToken);
            begin += reader.GroupRows(group);
        }

        return new CodedTexts(codes, coder.Values());
    }

    private static void Fill<T>(ReadOnlySpan<T> raw, ReadOnlySpan<int> levels, Span<T?> values)
        where T : struct
    {
        var next = 0;
        for (var row = 0; row < levels.Length; row++)
        {
            values[row] = levels[row] != 0 ? raw[next++] : null;
        }
    }

    private static void FillTimes(ReadOnlySpan<DateTime> raw, ReadOnlySpan<int> levels, Span<DateTime?> values)
    {
        var next = 0;
        for (var row = 0; row < levels.Length; row++)
        {
            values[row] = levels[row] != 0 ? CellCodec.ToDateTime(CellCodec.FromDateTime(raw[next++])) : null;
        }
    }

    private static void FillMillionths(ReadOnlySpan<decimal> raw, ReadOnlySpan<int> levels, Span<long> values)
    {
        var next = 0;
        for (var row = 0; row < levels.Length; row++)
        {
            values[row] = levels[row] == 0 ? CellCodec.Null : CellCodec.TryFromDecimal(raw[next++], out var cell) ? cell : throw new OverflowException();
        }
    }

    private delegate void Filling<TRaw, TCell>(ReadOnlySpan<TRaw> raw, ReadOnlySpan<int> levels, Span<TCell> values)
        where TRaw : struct;
}
