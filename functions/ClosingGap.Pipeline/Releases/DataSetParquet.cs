using ClosingGap.Pipeline.Rollups;
using Parquet;
using Parquet.Schema;

namespace ClosingGap.Pipeline.Releases;

/// <summary>A data set as Parquet: the columns of <see cref="DataSetColumns"/>, Snappy, one row group for 65,536 rows.</summary>
internal static class DataSetParquet
{
    private const int RowGroupRows = 1 << 16;

    public static async Task WriteAsync(Stream output, string measure, IAsyncEnumerable<OrganisationLine> lines, CancellationToken cancellationToken)
    {
        var fields = DataSetColumns.All.Select(Field).ToArray();
        var options = new ParquetOptions { CompressionMethod = CompressionMethod.Snappy };
        await using var writer = await ParquetWriter.CreateAsync(new ParquetSchema(fields), output, options, append: false, cancellationToken);
        var rows = new List<DataSetRow>();
        await foreach (var line in lines)
        {
            rows.AddRange(DataSetRow.Of(measure, line));
            if (rows.Count >= RowGroupRows)
            {
                await WriteAsync(writer, fields, rows, cancellationToken);
                rows.Clear();
            }
        }

        await WriteAsync(writer, fields, rows, cancellationToken);
    }

    private static DataField Field(DataSetColumn column) => column.Type switch
    {
        "integer" => new DataField(column.Name, typeof(long), isNullable: true),
        "number" => new DataField(column.Name, typeof(double), isNullable: true),
        "boolean" => new DataField(column.Name, typeof(bool), isNullable: true),
        _ => new DataField(column.Name, typeof(string), isNullable: true),
    };

    private static async Task WriteAsync(ParquetWriter writer, DataField[] fields, List<DataSetRow> rows, CancellationToken cancellationToken)
    {
        using var group = writer.CreateRowGroup();
        var next = 0;
        await TextAsync(row => row.Level);
        await TextAsync(row => row.DistrictId);
        await TextAsync(row => row.SchoolId);
        await TextAsync(row => row.Name);
        await TextAsync(row => row.Dimension);
        await TextAsync(row => row.Group);
        await TextAsync(row => row.Measure);
        await ValueAsync(row => row.Students);
        await TextAsync(row => row.StudentsStatus);
        await ValueAsync(row => row.Percent);
        await ValueAsync(row => row.PercentLow);
        await ValueAsync(row => row.PercentHigh);
        await TextAsync(row => row.PercentStatus);
        await ValueAsync(row => row.Reliable);
        await TextAsync(row => row.ReferenceGroup);
        await ValueAsync(row => row.Gap);
        await ValueAsync(row => row.GapLow);
        await ValueAsync(row => row.GapHigh);
        await TextAsync(row => row.GapStatus);
        await ValueAsync(row => row.GapIntervalLow);
        await ValueAsync(row => row.GapIntervalHigh);
        group.CompleteValidate();

        Task TextAsync(Func<DataSetRow, string?> cell) => ValueAsync<ReadOnlyMemory<char>>(row => cell(row)?.AsMemory());

        Task ValueAsync<T>(Func<DataSetRow, T?> cell)
            where T : struct =>
            group.WriteAsync<T>(fields[next++], rows.ConvertAll(row => cell(row)).ToArray(), repetitionLevels: null, customMetadata: null, cancellationToken);
    }
}
