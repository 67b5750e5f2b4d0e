using ClosingGap.Ingest.Canonical;
using Parquet;
using Parquet.Schema;

namespace ClosingGap.Ingest.Snapshot;

/// <summary>The Parquet schema of a canonical table. All of it is part of a file's hash: a change here changes every shard once.</summary>
internal static class ParquetColumns
{
    /// <summary>Rows of a row group. A constant, not an option, so that equal content gives equal bytes everywhere.</summary>
    public const int RowGroupRows = 1 << 17;

    public static DataField Field(CanonicalColumn column) => column.Type switch
    {
        ColumnType.Boolean => new DataField(column.Name, typeof(bool), isNullable: true),
        ColumnType.Date => new DataField(column.Name, typeof(DateOnly), isNullable: true),
        ColumnType.DateTime => new DateTimeDataField(column.Name, DateTimeFormat.Timestamp, isAdjustedToUTC: false, DateTimeTimeUnit.Millis, isNullable: true),
        ColumnType.Integer or ColumnType.SchoolYear => new DataField(column.Name, typeof(int), isNullable: true),
        ColumnType.Decimal => new DecimalDataField(column.Name, CellCodec.Precision, CellCodec.Scale, isNullable: true),
        _ => new DataField(column.Name, typeof(string), isNullable: true),
    };

    public static ParquetOptions WriteOptions(CanonicalTable table)
    {
        // Snappy, because every reader of Parquet knows it; dictionaries do most of the packing.
        var options = new ParquetOptions { CompressionMethod = CompressionMethod.Snappy };
        foreach (var column in table.Columns.Where(column => CellCodec.IsText(column.Type)))
        {
            options.ColumnEncodingHints[column.Name] = EncodingHint.Dictionary;
        }

        return options;
    }

    public static ParquetOptions ReadOptions() => new() { UseDateOnlyTypeForDates = true };
}
