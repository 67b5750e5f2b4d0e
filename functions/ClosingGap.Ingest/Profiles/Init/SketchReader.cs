using ClosingGap.Ingest.Csv;
using ClosingGap.Ingest.Packages;

namespace ClosingGap.Ingest.Profiles.Init;

/// <summary>Reads the CSV files of a package, in any folder of it, into sketches.</summary>
internal static class SketchReader
{
    public static async Task<IReadOnlyList<FileSketch>> ReadAsync(IPackage package, InitOptions options, CancellationToken cancellationToken)
    {
        var files = new List<FileSketch>();
        foreach (var entry in package.Entries.Where(entry => IsCsv(entry.Name)))
        {
            files.Add(await ReadAsync(package, entry.Name, options, cancellationToken).ConfigureAwait(false));
        }

        return files;
    }

    private static bool IsCsv(string name) =>
        name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) && !name.StartsWith("__MACOSX/", StringComparison.Ordinal);

    private static async Task<FileSketch> ReadAsync(IPackage package, string file, InitOptions options, CancellationToken cancellationToken)
    {
        var columns = new List<ColumnSketch>();
        var rows = 0L;
        try
        {
            var stream = await package.OpenAsync(file, cancellationToken).ConfigureAwait(false);
            await using var csv = await CsvFile.OpenAsync(stream, CsvOptions.Default, cancellationToken).ConfigureAwait(false);
            columns.AddRange(csv.Header.Select(name => new ColumnSketch(name.Trim())));
            await foreach (var row in csv.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                if (rows >= options.MaxRowsPerFile)
                {
                    break;
                }

                rows++;
                for (var index = 0; row.Fault is null && index < columns.Count; index++)
                {
                    if (row.Cells[index]?.Trim() is { Length: > 0 } cell)
                    {
                        columns[index].Add(cell);
                    }
                }
            }

            return new FileSketch(file, Usable(columns), rows, null);
        }
        catch (CsvUnreadableException exception)
        {
            return new FileSketch(file, Usable(columns), rows, exception.Code);
        }
    }

    private static IReadOnlyList<ColumnSketch> Usable(List<ColumnSketch> columns) =>
        [.. columns.GroupBy(column => column.Name, StringComparer.Ordinal).Where(group => group.Key.Length > 0 && group.Count() == 1).Select(group => group.Single())];
}
