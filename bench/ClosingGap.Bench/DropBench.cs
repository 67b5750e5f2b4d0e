using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using ClosingGap.SampleData;
using ClosingGap.TestSupport;

namespace ClosingGap.Bench;

/// <summary>Measures drops of a generated district from the end of the upload to Published: the first, the same again, and a school day later.</summary>
internal static class DropBench
{
    private const int FirstNight = 60;

    public static async Task<IReadOnlyList<BenchRow>> RunAsync(int students, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("closinggap-bench-");
        await using var storage = await AzuriteFixture.StartAsync();
        try
        {
            using var app = await BenchApp.StartAsync(storage.ConnectionString, folder.FullName, cancellationToken);
            await RegisterAsync(app, cancellationToken);
            var rows = new List<BenchRow>();
            foreach (var (name, night) in new[] { ("first drop", FirstNight), ("the same content again", FirstNight), ("the next school day", FirstNight + 1) })
            {
                var sample = Path.Combine(folder.FullName, night.ToString(CultureInfo.InvariantCulture));
                var summary = await SampleDistrictWriter.WriteAsync(new SampleOptions { Students = students, Night = night }, sample, cancellationToken);
                rows.Add(await MeasureAsync(app, storage.ConnectionString, name, rows.Count, summary, cancellationToken));
            }

            return rows;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    internal static async Task RegisterAsync(BenchApp app, CancellationToken cancellationToken)
    {
        var body = JsonDocument.Parse("""{"name":"Bench","timeZone":"America/Chicago","sources":[{"name":"sis","profile":"strict"}]}""");
        using var answer = await app.Http.PutAsJsonAsync(new Uri("/api/v1/districts/TX-990001", UriKind.Relative), body, cancellationToken);
        answer.EnsureSuccessStatusCode();
    }

    internal static async Task<BenchRow> MeasureAsync(
        BenchApp app, string storage, string name, int number, SampleSummary sample, CancellationToken cancellationToken)
    {
        var container = new BlobContainerClient(storage, "drops");
        await container.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        var path = FormattableString.Invariant($"TX/990001/sis/night-{number}.zip");
        var asOf = sample.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        await using (var zip = File.OpenRead(sample.SisZip))
        {
            await container.GetBlobClient(path).UploadAsync(
                zip, new BlobUploadOptions { Metadata = new Dictionary<string, string> { ["asof"] = asOf } }, cancellationToken);
        }

        var clock = Stopwatch.StartNew();
        var cpu = app.Cpu;
        var drop = await PublishedAsync(app, number + 1, cancellationToken);
        var counts = drop.GetProperty("counts");
        return new BenchRow(
            name,
            counts.GetProperty("rowsRead").GetInt64(),
            counts.GetProperty("documentsWritten").GetInt64(),
            clock.Elapsed.TotalSeconds,
            (app.Cpu - cpu).TotalSeconds,
            app.Peak / (1024.0 * 1024.0));
    }

    /// <summary>Waits until the newest of so many drops is published; any other end is an error.</summary>
    private static async Task<JsonElement> PublishedAsync(BenchApp app, int count, CancellationToken cancellationToken)
    {
        while (true)
        {
            await Task.Delay(100, cancellationToken);
            var list = await app.Http.GetFromJsonAsync<JsonElement>(new Uri("/api/v1/districts/TX-990001/drops", UriKind.Relative), cancellationToken);
            var drops = list.GetProperty("drops");
            if (drops.GetArrayLength() < count)
            {
                continue;
            }

            switch (drops[0].GetProperty("state").GetString())
            {
                case "Published":
                    var id = drops[0].GetProperty("dropId").GetString();
                    return await app.Http.GetFromJsonAsync<JsonElement>(new Uri($"/api/v1/drops/{id}", UriKind.Relative), cancellationToken);
                case "Held" or "Rejected" or "Failed" or "Discarded" or "Superseded":
                    throw new InvalidOperationException($"The drop ended as {drops[0]}.");
                default:
                    break;
            }
        }
    }
}
