using System.Globalization;
using Azure.Storage.Blobs;
using ClosingGap.SampleData;
using ClosingGap.TestSupport;

namespace ClosingGap.Bench.Indicating;

/// <summary>Makes the snapshot of a generated district by a drop through the app, and keeps its files and documents in a folder.</summary>
internal static class SnapshotFolder
{
    public const string Documents = "store.db";
    private static readonly string[] s_containers = ["curated", "profiles"];

    /// <summary>Makes the folder, unless it is there; tells how long the drop took.</summary>
    public static async Task EnsureAsync(int students, string folder, CancellationToken cancellationToken)
    {
        if (File.Exists(Path.Combine(folder, Documents)))
        {
            return;
        }

        var work = Directory.CreateTempSubdirectory("closinggap-bench-indicators-");
        await using var storage = await AzuriteFixture.StartAsync();
        try
        {
            using (var app = await BenchApp.StartAsync(storage.ConnectionString, work.FullName, cancellationToken))
            {
                await DropBench.RegisterAsync(app, cancellationToken);
                var sample = await SampleDistrictWriter.WriteAsync(
                    new SampleOptions { Students = students, MaxLmsSections = 0 }, Path.Combine(work.FullName, "sample"), cancellationToken);
                var row = await DropBench.MeasureAsync(app, storage.ConnectionString, "the first drop", 0, sample, cancellationToken);
                await Console.Error.WriteLineAsync(string.Create(
                    CultureInfo.InvariantCulture, $"{students:N0} students: the drop that made the snapshot took {row.Seconds:F0} s, {row.CpuSeconds:F0} CPU s, {row.PeakMegabytes:N0} MB"));
            }

            foreach (var container in s_containers)
            {
                await CopyAsync(new BlobContainerClient(storage.ConnectionString, container), Path.Combine(folder, container), cancellationToken);
            }

            foreach (var file in Directory.EnumerateFiles(work.FullName, Documents + "*"))
            {
                File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
            }
        }
        finally
        {
            work.Delete(recursive: true);
        }
    }

    private static async Task CopyAsync(BlobContainerClient container, string folder, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        if (!await container.ExistsAsync(cancellationToken))
        {
            return;
        }

        await foreach (var blob in container.GetBlobsAsync(cancellationToken: cancellationToken))
        {
            var path = Path.Combine(folder, blob.Name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await container.GetBlobClient(blob.Name).DownloadToAsync(path, cancellationToken);
        }
    }
}
