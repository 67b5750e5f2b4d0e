using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using ClosingGap.TestSupport;

namespace ClosingGap.Cli.Tests;

public sealed class DropTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    private static int s_districts;
    private readonly string _district = $"{Interlocked.Increment(ref s_districts)}";

    [Fact]
    public async Task Drop_OfAZip_UploadsItAsItIsAndPrintsItsId()
    {
        using var folder = new TempFolder();
        var bytes = RandomNumberGenerator.GetBytes(300_000);
        await File.WriteAllBytesAsync(Path.Combine(folder.Path, "night.zip"), bytes, TestContext.Current.CancellationToken);

        var run = await DropAsync(folder, "night.zip", "--as-of", "2026-05-18", "--name", "n1");

        Assert.Equal(ExitCodes.Done, run.ExitCode);
        var blob = Blob($"TX/{_district}/sis/n1.zip");
        var content = await blob.DownloadContentAsync(TestContext.Current.CancellationToken);
        Assert.Equal(bytes, content.Value.Content.ToArray());
        Assert.Equal("2026-05-18", content.Value.Details.Metadata["asof"]);
        Assert.Equal($"Dropped {IdOf([(blob.Name, content.Value.Details.ETag.ToString("H").Trim('"'))])}", run.Output.Trim());
    }

    [Fact]
    public async Task Drop_WithoutAName_NeverTakesTheSamePathTwice()
    {
        using var folder = new TempFolder();
        folder.File("night.zip", "x");

        var first = await DropAsync(folder, "night.zip");
        var second = await DropAsync(folder, "night.zip");

        Assert.Equal((ExitCodes.Done, ExitCodes.Done), (first.ExitCode, second.ExitCode));
        Assert.NotEqual(first.Output, second.Output);
        var paths = (await ListAsync($"TX/{_district}/sis/")).Select(blob => blob.Name).ToList();
        Assert.Equal(2, paths.Count);
        Assert.All(paths, path => Assert.EndsWith("-night.zip", path, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Drop_UnderANameThatIsTaken_LeavesTheEarlierDropAlone()
    {
        using var folder = new TempFolder();
        folder.File("a.zip", "first");
        folder.File("b.zip", "second");
        await DropAsync(folder, "a.zip", "--name", "n1");

        var run = await DropAsync(folder, "b.zip", "--name", "n1");

        Assert.Equal(ExitCodes.WrongUse, run.ExitCode);
        Assert.Contains("--name", run.Error, StringComparison.Ordinal);
        var kept = await Blob($"TX/{_district}/sis/n1.zip").DownloadContentAsync(TestContext.Current.CancellationToken);
        Assert.Equal("first", kept.Value.Content.ToString());
    }

    [Fact]
    public async Task Drop_OfAFolder_UploadsOneZipOfItsFiles()
    {
        using var folder = Folder();

        var run = await DropAsync(folder, "export", "--name", "f1");

        Assert.Equal(ExitCodes.Done, run.ExitCode);
        var content = await Blob($"TX/{_district}/sis/f1.zip").DownloadContentAsync(TestContext.Current.CancellationToken);
        using var zip = new ZipArchive(content.Value.Content.ToStream());
        Assert.Equal(["orgs.csv", "users.csv"], zip.Entries.Select(entry => entry.FullName));
        using var reader = new StreamReader(await zip.Entries[1].OpenAsync(TestContext.Current.CancellationToken));
        Assert.Equal("u", await reader.ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Drop_AsFolder_UploadsTheMarkLastAndKnowsTheId()
    {
        using var folder = Folder();

        var run = await DropAsync(folder, "export", "--name", "f2", "--as-folder", "--as-of", "2026-05-18");

        Assert.Equal(ExitCodes.Done, run.ExitCode);
        var blobs = await ListAsync($"TX/{_district}/sis/f2/");
        Assert.Equal(["_complete", "orgs.csv", "users.csv"], blobs.Select(blob => Path.GetFileName(blob.Name)));
        Assert.Equal(0, blobs[0].Properties.ContentLength);
        Assert.Equal("2026-05-18", blobs[0].Metadata["asof"]);
        Assert.True(blobs[0].Properties.LastModified >= blobs[2].Properties.LastModified);
        Assert.Equal(
            $"Dropped {IdOf(blobs.OrderBy(blob => blob.Name, StringComparer.Ordinal).Select(blob => (blob.Name, blob.Properties.ETag!.Value.ToString("H").Trim('"'))))}",
            run.Output.Trim());
    }

    [Theory]
    [InlineData("Published", ExitCodes.Done)]
    [InlineData("Held", ExitCodes.Rejected)]
    [InlineData("Rejected", ExitCodes.Rejected)]
    [InlineData("Discarded", ExitCodes.Rejected)]
    [InlineData("Superseded", ExitCodes.Rejected)]
    [InlineData("Failed", ExitCodes.ServiceFault)]
    public async Task Drop_WithWait_ShowsEachStepOnceAndEndsByTheState(string state, int exitCode)
    {
        using var folder = new TempFolder();
        folder.File("night.zip", "x");
        await using var service = new FakeService();
        var upload = await DropAsync(folder, "night.zip", "--name", "w1");
        var id = upload.Output.Trim()["Dropped ".Length..];
        var path = $"GET /api/v1/drops/{id}";
        service.On(
            path,
            new(404, ""),
            new(200, Status(id, "Validating", """, "progress":{"step":"validate","done":0,"total":0}""")),
            new(200, Status(id, "Computing", """, "progress":{"step":"compute","done":3,"total":8}""")),
            new(200, Status(id, "Computing", """, "progress":{"step":"compute","done":3,"total":8}""")),
            new(503, ""),
            new(200, Status(id, state, """, "reasonCode":"some.code","reason":"Because of this."}"""[..^1])));

        var run = await Run.InAsync(folder.Path, null, "status", id, "--wait", "--interval", "0.05", "--url", service.Url);

        Assert.Equal(exitCode, run.ExitCode);
        var lines = run.Output.Split('\n', StringSplitOptions.TrimEntries);
        Assert.Equal(
            ["Waiting until the service receives the drop", "Validating: validate", "Computing: compute 3 of 8", state],
            lines.Take(4));
        Assert.Contains($"State     {state} [some.code]", lines);
        Assert.Contains("Reason    Because of this.", lines);
        Assert.DoesNotContain('\u001b', run.Output);
    }

    [Fact]
    public async Task Drop_WithWaitAndNoServiceKnown_UploadsNothing()
    {
        using var folder = new TempFolder();
        folder.File("night.zip", "x");

        var run = await DropAsync(folder, "night.zip", "--wait");

        Assert.Equal(ExitCodes.WrongUse, run.ExitCode);
        Assert.Empty(await ListAsync($"TX/{_district}/sis/"));
    }

    [Fact]
    public async Task Drop_BesideARunningLocalService_FindsItUpwards()
    {
        using var folder = new TempFolder();
        folder.File(".local/endpoints.json", $$"""{"baseUrl":"http://127.0.0.1:9","storage":"{{azurite.ConnectionString}}","pid":1}""");
        folder.File("deep/er/night.zip", "x");

        var run = await Run.InAsync(
            Path.Combine(folder.Path, "deep", "er"), null, "drop", "night.zip", "--state", "TX", "--district", _district, "--source", "sis");

        Assert.Equal(ExitCodes.Done, run.ExitCode);
        Assert.Single(await ListAsync($"TX/{_district}/sis/"));
    }

    private static TempFolder Folder()
    {
        var folder = new TempFolder();
        folder.File("export/users.csv", "u");
        folder.File("export/orgs.csv", "o");
        folder.File("export/.hidden", "h");
        return folder;
    }

    private static string Status(string id, string state, string rest) => $$"""{"id":"{{id}}","state":"{{state}}","attempt":1{{rest}}}""";

    private static string IdOf(IEnumerable<(string Path, string ETag)> blobs) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(blobs.Select(blob => $"{blob.Path}\n{blob.ETag}\n")))))[..32];

    private BlobClient Blob(string path) => new BlobContainerClient(azurite.ConnectionString, "drops").GetBlobClient(path);

    private async Task<List<BlobItem>> ListAsync(string prefix)
    {
        var container = new BlobContainerClient(azurite.ConnectionString, "drops");
        await container.CreateIfNotExistsAsync(cancellationToken: TestContext.Current.CancellationToken);
        var blobs = new List<BlobItem>();
        await foreach (var blob in container.GetBlobsAsync(BlobTraits.Metadata, BlobStates.None, prefix, TestContext.Current.CancellationToken))
        {
            blobs.Add(blob);
        }

        return blobs;
    }

    private Task<Run> DropAsync(TempFolder folder, string path, params string[] more) => Run.InAsync(
        folder.Path, null, ["drop", path, "--state", "TX", "--district", _district, "--source", "sis", "--storage", azurite.ConnectionString, .. more]);
}
