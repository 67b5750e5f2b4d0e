using System.IO.Compression;

namespace ClosingGap.SampleData;

/// <summary>Writes sis.zip: the tables one after another, each streamed, then the manifest that says what is there.</summary>
internal static class SisPackageWriter
{
    /// <summary>Fixed, so that equal data give equal bytes; the earliest moment that a zip can hold.</summary>
    private static readonly DateTimeOffset EntryTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static async Task WriteAsync(DistrictModel model, string path, IDictionary<string, long> rows, CancellationToken ct)
    {
        await using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16, useAsync: true);
        await using var zip = await ZipArchive.CreateAsync(file, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, ct);
        foreach (var sisTable in SisTables.OneRoster.Concat(SisTables.Extensions))
        {
            await using var table = new CsvTable(sisTable.Header, token => OpenAsync(zip, sisTable.File, token));
            await sisTable.FillAsync(model, table, ct);
            await table.CompleteAsync(ct);
            if (table.Rows > 0)
            {
                rows[sisTable.File] = table.Rows;
            }
        }

        await using var manifest = new CsvTable(["propertyName", "value"], token => OpenAsync(zip, "manifest.csv", token));
        WriteManifest(manifest, rows);
        await manifest.CompleteAsync(ct);
    }

    private static void WriteManifest(CsvTable manifest, IDictionary<string, long> rows)
    {
        manifest.Field("manifest.version").Field("1.0").EndRow();
        manifest.Field("oneroster.version").Field("1.2").EndRow();
        foreach (var name in SisTables.OneRosterFiles.Concat(SisTables.Extensions.Select(t => t.Name)))
        {
            manifest.Field($"file.{name}").Field(rows.ContainsKey($"{name}.csv") ? "bulk" : "absent").EndRow();
        }

        manifest.Field("source.systemName").Field("ClosingGap sample").EndRow();
        manifest.Field("source.systemCode").Field("sample").EndRow();
    }

    private static async ValueTask<Stream> OpenAsync(ZipArchive zip, string name, CancellationToken ct)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = EntryTime;
        return await entry.OpenAsync(ct);
    }
}
