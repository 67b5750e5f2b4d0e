using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Net.Http.Json;
using System.Text.Json;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using ClosingGap.Pipeline.Drops;
using ClosingGap.SampleData;
using ClosingGap.TestSupport;

namespace ClosingGap.Bench;

/// <summary>Measures the first drop of generated districts from the end of the upload until the receipt lies in storage.</summary>
internal static class ReceiptBench
{
    private const int Night = 60;
    private const int PollMilliseconds = 20;

    /// <param name="sizes">Students of a district.</param>
    /// <param name="runs">Drops of each size, each of a district of its own.</param>
    public static async Task<IReadOnlyList<ReceiptRow>> RunAsync(IReadOnlyList<int> sizes, int runs, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("closinggap-bench-");
        await using var storage = await AzuriteFixture.StartAsync();
        try
        {
            using var app = await BenchApp.StartAsync(storage.ConnectionString, folder.FullName, cancellationToken);
            var container = new BlobContainerClient(storage.ConnectionString, DropPath.Container);
            await container.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
            var rows = new List<ReceiptRow>();
            var district = 980_000;
            foreach (var size in sizes)
            {
                var sample = await SampleDistrictWriter.WriteAsync(
                    new SampleOptions { Students = size, Night = Night, MaxLmsSections = 0 }, Path.Combine(folder.FullName, size.ToString(CultureInfo.InvariantCulture)), cancellationToken);
                foreach (var isRejected in new[] { false, true })
                {
                    var zip = isRejected ? WithUnknownFile(sample.SisZip) : sample.SisZip;
                    var seconds = new List<double>();
                    for (var run = 0; run <= runs; run++)
                    {
                        var measured = await MeasureAsync(app, container, ++district, zip, sample.AsOf, isRejected ? "Rejected" : "Published", cancellationToken);
                        if (run > 0)
                        {
                            seconds.Add(measured);
                        }
                    }

                    seconds.Sort();
                    rows.Add(new ReceiptRow(isRejected ? "rejected after every row was read" : "published", size, seconds[seconds.Count / 2], seconds[^1]));
                }
            }

            return rows;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Under a strict profile, a file that nobody knows rejects the package, with a report of all of it.</summary>
    private static string WithUnknownFile(string zip)
    {
        var copy = zip + ".unknown.zip";
        File.Copy(zip, copy);
        using var archive = ZipFile.Open(copy, ZipArchiveMode.Update);
        using var entry = archive.CreateEntry("notes.txt").Open();
        entry.Write("x"u8);
        return copy;
    }

    private static async Task<double> MeasureAsync(
        BenchApp app, BlobContainerClient drops, int district, string zip, DateOnly asOf, string expected, CancellationToken cancellationToken)
    {
        var body = JsonDocument.Parse("""{"name":"Bench","timeZone":"America/Chicago","sources":[{"name":"sis","profile":"strict"}]}""");
        using var answer = await app.Http.PutAsJsonAsync(new Uri(FormattableString.Invariant($"/api/v1/districts/TX-{district}"), UriKind.Relative), body, cancellationToken);
        answer.EnsureSuccessStatusCode();
        var path = FormattableString.Invariant($"TX/{district}/sis/night.zip");
        await using var content = File.OpenRead(zip);
        var metadata = new Dictionary<string, string> { ["asof"] = asOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) };
        var uploaded = await drops.GetBlobClient(path).UploadAsync(content, new BlobUploadOptions { Metadata = metadata }, cancellationToken);
        var clock = Stopwatch.StartNew();
        var id = DropIds.OfZip(path, uploaded.Value.ETag.ToString("H").Trim('"'));
        var receipt = drops.GetParentBlobServiceClient().GetBlobContainerClient(ReceiptWriter.Container).GetBlobClient(FormattableString.Invariant($"TX/{district}/{id}.json"));
        while (!await receipt.ExistsAsync(cancellationToken))
        {
            await Task.Delay(PollMilliseconds, cancellationToken);
        }

        var seconds = clock.Elapsed.TotalSeconds;
        var state = JsonDocument.Parse((await receipt.DownloadContentAsync(cancellationToken)).Value.Content).RootElement.GetProperty("state").GetString();
        return state == expected ? seconds : throw new InvalidOperationException($"The drop ended as {state}.");
    }
}
