using System.IO.Compression;
using System.Net;
using ClosingGap.EndToEnd.Packages;
using ClosingGap.EndToEnd.Service;

namespace ClosingGap.EndToEnd;

/// <summary>A folder instead of a zip, and everything made again from the drops: the same comes out.</summary>
[Collection(ServiceCollection.Name)]
public sealed class OtherWaysInTests(RunningService service)
{
    [Fact]
    public async Task Drop_OfAFolder_IsReceivedWhenItsMarkIsThere()
    {
        using var sample = await Sample.MakeAsync(60, night: 0, RunningService.NewLocalId());
        var folder = Directory.CreateTempSubdirectory("closinggap-e2e-folder-").FullName;
        try
        {
            await ZipFile.ExtractToDirectoryAsync(sample.Zip, folder, TestContext.Current.CancellationToken);
            await service.Api.RegisterAsync(sample.District, profile: "strict");

            var dropId = await service.Uploader.UploadFolderAsync($"TX/{sample.LocalId}/sis/night", folder, sample.AsOf);

            await service.Api.EndsAsync(dropId, "Published");
            SampleTruth.HoldsFor(sample, await service.Api.SummaryAsync(sample.District));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task Rebuild_FromTheDrops_PublishesTheSame()
    {
        var localId = RunningService.NewLocalId();
        using var first = await Sample.MakeAsync(60, night: 1, localId);
        using var second = await Sample.MakeAsync(60, night: 2, localId);
        await service.Api.RegisterAsync(first.District);
        await service.Api.EndsAsync(await service.Uploader.UploadFileAsync(first.Path("a"), first.Zip, first.AsOf), "Published");
        await service.Api.EndsAsync(await service.Uploader.UploadFileAsync(first.Path("b"), second.Zip, second.AsOf), "Published");
        var before = await PublishedState.ReadAsync(service.Api, first.District, second.Students);

        var (status, body) = await service.Api.SendAsync(HttpMethod.Post, $"districts/{first.District}/rebuild", null);

        Assert.True(status == HttpStatusCode.Accepted, $"The rebuild answers {(int)status}: {body}");
        await service.Api.EndsAsync(System.Text.Json.Nodes.JsonNode.Parse(body)!["dropId"]!.GetValue<string>(), "Published");
        before.SaysTheSameAs(await PublishedState.ReadAsync(service.Api, first.District, second.Students));
    }

    [Fact]
    public async Task Reads_WithTheVersionThatTheCallerHas_AreNotSentAgain()
    {
        using var sample = await Sample.MakeAsync(30, night: 0, RunningService.NewLocalId());
        await service.Api.RegisterAsync(sample.District);
        await service.Api.EndsAsync(await service.Uploader.UploadFileAsync(sample.Path("a"), sample.Zip, sample.AsOf), "Published");

        var (status, tag) = await service.Api.TagAsync($"districts/{sample.District}", null);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.NotNull(tag);

        Assert.Equal(HttpStatusCode.NotModified, (await service.Api.TagAsync($"districts/{sample.District}", tag)).Status);
        Assert.Equal(HttpStatusCode.OK, (await service.Api.TagAsync($"districts/{sample.District}", "\"another\"")).Status);
    }
}
