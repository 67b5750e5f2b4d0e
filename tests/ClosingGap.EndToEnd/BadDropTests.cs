using System.Net;
using System.Text.Json.Nodes;
using ClosingGap.EndToEnd.Packages;
using ClosingGap.EndToEnd.Service;

namespace ClosingGap.EndToEnd;

/// <summary>What cannot be used ends in a named state with a reason, and readers see what they saw before.</summary>
[Collection(ServiceCollection.Name)]
public sealed class BadDropTests(RunningService service)
{
    [Fact]
    public async Task Drops_ThatAreBrokenOrHostile_AreRejectedWithAReasonAndChangeNothing()
    {
        using var sample = await Sample.MakeAsync(40, night: 0, RunningService.NewLocalId());
        await service.Api.RegisterAsync(sample.District);
        await service.Api.EndsAsync(await service.Uploader.UploadFileAsync(sample.Path("good"), sample.Zip, sample.AsOf), "Published");
        var before = await PublishedState.ReadAsync(service.Api, sample.District, sample.Students);
        var good = await File.ReadAllBytesAsync(sample.Zip, TestContext.Current.CancellationToken);
        (string Name, byte[] Bytes, string Code)[] bad =
        [
            ("not-a-zip", "this is not a zip"u8.ToArray(), "package.not_a_zip"),
            ("cut", good[..(good.Length / 2)], "package.not_a_zip"),
            ("empty", Zips.Of(), "package.empty"),
            ("encrypted", Zips.Encrypted(good), "package.encrypted"),
            ("outside", Zips.Of(("../../users.csv", "sourcedId")), "package.path_outside_root"),
            ("bomb", Zips.Bomb(), "package.expansion_ratio"),
            ("no-header", Zips.WithFile(sample.Zip, "users.csv", "a,b,c\n1,2,3\n"), "table.missing_header"),
        ];

        foreach (var (name, bytes, code) in bad)
        {
            var dropId = await service.Uploader.UploadBytesAsync(sample.Path(name), bytes, sample.AsOf);
            var drop = await service.Api.EndsAsync(dropId, "Rejected");
            Assert.Equal((name, code), (name, drop["reasonCode"]!.GetValue<string>()));
            Assert.True(drop["reason"]!.GetValue<string>().Length > 20, name);
            await ReceiptAsync($"TX/{sample.LocalId}/{dropId}.json", code);
        }

        before.IsStill(await PublishedState.ReadAsync(service.Api, sample.District, sample.Students));
        await service.Api.EndsAsync(await service.Uploader.UploadFileAsync(sample.Path("good-again"), sample.Zip, sample.AsOf), "Published");
    }

    [Fact]
    public async Task Drop_OfADistrictThatNobodyRegistered_IsRejected()
    {
        var localId = RunningService.NewLocalId();

        var dropId = await service.Uploader.UploadBytesAsync($"TX/{localId}/sis/a.zip", Zips.Of(("users.csv", "sourcedId\n")));

        var drop = await service.Api.EndsAsync(dropId, "Rejected");
        Assert.Equal("drop.unknown_district", drop["reasonCode"]!.GetValue<string>());
        await ReceiptAsync($"TX/{localId}/{dropId}.json", "drop.unknown_district");
        Assert.Equal(HttpStatusCode.NotFound, (await service.Api.GetAsync($"districts/TX-{localId}")).Status);
    }

    [Theory]
    [InlineData("somewhere.zip")]
    [InlineData("tx/1/sis/lower-case-state.zip")]
    [InlineData("TX/1/sis/deep/er/a.zip")]
    [InlineData("TX/1/SIS/a.zip")]
    public async Task Drop_UnderAPathThatIsNone_IsRejected(string path)
    {
        var dropId = await service.Uploader.UploadBytesAsync(path, Zips.Of(("users.csv", "sourcedId\n")));

        var drop = await service.Api.EndsAsync(dropId, "Rejected");

        Assert.Equal("drop.path_invalid", drop["reasonCode"]!.GetValue<string>());
        await ReceiptAsync($"unknown/{dropId}.json", "drop.path_invalid");
    }

    [Fact]
    public async Task Reads_OfWhatIsNotThere_AreProblems()
    {
        foreach (var path in (string[])["districts/TX-NOBODY", "districts/nonsense", "drops/00000000000000000000000000000000", "districts/TX-NOBODY/students/abc"])
        {
            var (status, body) = await service.Api.GetAsync(path);
            Assert.Equal((path, HttpStatusCode.NotFound), (path, status));
            Assert.False(string.IsNullOrWhiteSpace(JsonNode.Parse(body)!["code"]!.GetValue<string>()));
        }
    }

    private async Task ReceiptAsync(string path, string code)
    {
        string? receipt = null;
        await Eventually.HoldsAsync(
            $"the receipt {path} is there",
            TimeSpan.FromMinutes(1),
            async () => (receipt = await service.Uploader.FindReceiptAsync(path)) is not null,
            TestContext.Current.CancellationToken);
        Assert.Equal(code, JsonNode.Parse(receipt!)!["reasonCode"]!.GetValue<string>());
    }
}
