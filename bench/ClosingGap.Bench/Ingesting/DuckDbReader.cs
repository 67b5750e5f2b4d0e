#if DUCKDB
using System.Globalization;
using DuckDB.NET.Data;

namespace ClosingGap.Bench.Ingesting;

/// <summary>DuckDB reading the same files; its native libraries are 400 MB, so it takes part with <c>-p:DuckDb=true</c> only.</summary>
internal static class DuckDbReader
{
    public static async Task<long> ReadAsync(string folder, CancellationToken cancellationToken)
    {
        await using var connection = new DuckDBConnection("DataSource=:memory:");
        await connection.OpenAsync(cancellationToken);
        var rows = 0L;
        foreach (var file in Directory.EnumerateFiles(folder, "*.csv").Where(static file => Path.GetFileName(file) != "manifest.csv"))
        {
            await using var command = connection.CreateCommand();

            // A length of every column makes the engine materialise each cell.
            command.CommandText = $"SELECT count(*), sum(length(COLUMNS(*))) FROM read_csv('{file}', header = true, all_varchar = true)";
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            await reader.ReadAsync(cancellationToken);
            rows += Convert.ToInt64(reader.GetValue(0), CultureInfo.InvariantCulture);
        }

        return rows;
    }
}
#endif
