using ClosingGap.Pipeline.Districts;
using ClosingGap.Pipeline.Drops;
using ClosingGap.Pipeline.Ports;
using ClosingGap.Pipeline.Tests.Running;
using ClosingGap.TestSupport;

namespace ClosingGap.Pipeline.Tests.Runs;

/// <summary>What cannot be used is rejected with a code, a reason and a receipt, and readers see what they saw.</summary>
public sealed class RejectionTests(AzuriteFixture azurite)
{
    private const int Students = 20;

    [Fact]
    public async Task NotAZip_IsRejected() => await RejectedAsync(
        "package.not_a_zip", (host, _) => host.DropAsync("broken", [.. Enumerable.Range(0, 5_000).Select(i => (byte)(i * 7))]), first: true);

    [Fact]
    public async Task EmptyZip_IsRejected() => await RejectedAsync("package.empty", (host, _) => host.DropAsync("empty", SamplePackage.Of().ToZip()));

    [Fact]
    public async Task EmptyBlob_IsRejected() => await RejectedAsync("package.empty", (host, _) => host.DropAsync("nothing", []));

    [Fact]
    public async Task ZipOfOtherFiles_IsRejected() => await RejectedAsync(
        "package.no_known_file", (host, _) => host.DropAsync("other", SamplePackage.Of(("readme.txt", "hello")).ToZip()), first: true);

    [Fact]
    public async Task UnknownDistrict_IsRejected() => await RejectedAsync(
        "drop.unknown_district", (host, night) => host.DropAsync("TX/111111/sis/night.zip", night.Zip));

    [Fact]
    public async Task UnknownSource_IsRejected() => await RejectedAsync(
        "drop.unknown_source", (host, night) => host.DropAsync("TX/990001/lms/night.zip", night.Zip));

    [Theory]
    [InlineData("TX/990001/night.zip")]
    [InlineData("TX/990001/sis/a/b/night.zip")]
    [InlineData("tx/990001/sis/night.zip")]
    public async Task InvalidPath_IsRejectedWithoutRepeatingIt(string path)
    {
        var drop = await RejectedAsync("drop.path_invalid", (host, night) => host.DropAsync(path, night.Zip));

        Assert.Equal((null, null, ""), (drop.District, drop.Source, drop.Path));
    }

    [Theory]
    [InlineData("yesterday")]
    [InlineData("2026-13-01")]
    [InlineData("27.05.2026")]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31")]
    public async Task InvalidAsOf_IsRejected(string asOf) => await RejectedAsync("drop.as_of_invalid", async (host, night) =>
    {
        var path = await host.UploadAsync("night.zip", night.Zip, asOf);
        return (await host.Get<DropReceiver>().ReceiveAsync(path, host.Started, host.Token))!;
    });

    [Fact]
    public async Task FolderChangedAfterItsMark_IsRejected() => await RejectedAsync("package.changed", async (host, night) =>
    {
        var id = await DropFolderAsync(host, night);
        await host.UploadAsync("TX/990001/sis/folder/users.csv", "sourcedId\n"u8.ToArray());
        return id;
    }, first: true);

    [Fact]
    public async Task FolderChangedBeforeItIsReceived_IsRejected() => await RejectedAsync("package.changed", async (host, night) =>
    {
        var mark = await host.UploadAsync("TX/990001/sis/folder/_complete", []);
        await host.UploadAsync("TX/990001/sis/folder/users.csv", System.Text.Encoding.UTF8.GetBytes(night.Package.Files["users.csv"]));
        return (await host.Get<DropReceiver>().ReceiveAsync(mark, host.Started, host.Token))!;
    });

    [Fact]
    public async Task EmptyFolder_IsRejected() => await RejectedAsync("package.empty", async (host, _) =>
    {
        var mark = await host.UploadAsync("TX/990001/sis/folder/_complete", []);
        return (await host.Get<DropReceiver>().ReceiveAsync(mark, host.Started, host.Token))!;
    });

    [Fact]
    public async Task ZipOverwrittenBeforeItIsRead_IsRejectedAndTheNewOnePublished()
    {
        var night = await SampleNight.OfAsync(Students, 1);
        await using var host = new PipelineHost(azurite.ConnectionString);
        await host.RegisterAsync();
        var first = await host.DropAsync("night", night.Package.Without(night.Ids[0]).ToZip(), night.AsOf);
        var second = await host.DropAsync("night", night.Zip, night.AsOf);

        await host.Steps.RunAllAsync(host.Token);

        Assert.NotEqual(first, second);
        Assert.Equal("package.gone", (await host.DropOfAsync(first)).ReasonCode);
        Assert.Equal(DropState.Published, (await host.DropOfAsync(second)).State);
    }

    [Fact]
    public async Task ProfileWithdrawn_IsRejectedAndGoesOnWhenItIsBack()
    {
        var night = await SampleNight.OfAsync(Students, 1);
        await using var host = new PipelineHost(azurite.ConnectionString);
        await host.RegisterAsync("TX/990001/sis/1-gone.yaml");

        var drop = await host.RunAsync(await host.DropAsync("night", night.Zip, night.AsOf));
        Assert.Equal((DropState.Rejected, "profile.invalid"), (drop.State, drop.ReasonCode));

        await host.RegisterAsync();
        await host.Get<DropDecisions>().RedriveAsync(drop.Id, "a person", host.Started, host.Token);
        Assert.Equal(DropState.Published, (await host.RunAsync(drop.Id)).State);
    }

    [Fact]
    public async Task SourceRemovedWhileItsDropWaits_IsRejected()
    {
        var night = await SampleNight.OfAsync(Students, 1);
        await using var host = new PipelineHost(azurite.ConnectionString);
        await host.RegisterAsync();
        var id = await host.DropAsync("night", night.Zip, night.AsOf);
        host.Steps.Before = (name, _) =>
        {
            if (name == "validate")
            {
                host.Get<DistrictRegistry>().SaveAsync(
                    new DistrictRegistration(host.District.ToString(), "Sample", null, "UTC", null, [new SourceRegistration("other", "lenient")], [], 0), host.Token)
                    .GetAwaiter().GetResult();
            }
        };

        var drop = await host.RunAsync(id);

        Assert.Equal((DropState.Rejected, "drop.unknown_source"), (drop.State, drop.ReasonCode));
    }

    [Fact]
    public async Task StrictProfile_RejectsADeviationWithItsReport()
    {
        var night = await SampleNight.OfAsync(Students, 1);
        await using var host = new PipelineHost(azurite.ConnectionString);
        await host.RegisterAsync("strict");
        var broken = night.Package.Replace("manifest.csv", "manifest.version,1.0", "manifest.version,9.9");

        var drop = await host.RunAsync(await host.DropAsync("night", broken.ToZip(), night.AsOf));

        Assert.Equal((DropState.Rejected, "manifest.invalid_manifest_version"), (drop.State, drop.ReasonCode));
        Assert.Contains(drop.Rules, rule => rule.Code == drop.ReasonCode && rule.Fix is { Length: > 0 });
        Assert.Contains(drop.ReasonCode!, await host.TextAsync("reports", $"TX/990001/{drop.Id}.jsonl"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PackageThatMisnamesManyFiles_HasARecordUnder16KB()
    {
        var night = await SampleNight.OfAsync(Students, 1);
        await using var host = new PipelineHost(azurite.ConnectionString);
        await host.RegisterAsync();
        var package = night.Package;
        for (var file = 0; file < 120; file++)
        {
            package = package.With($"{file:D3}-{new string('x', 150)}.csv", "a,b\n1,2\n");
        }

        var drop = await host.RunAsync(await host.DropAsync("night", package.ToZip(), night.AsOf));

        Assert.Equal(DropState.Published, drop.State);
        Assert.InRange(System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(drop, PipelineJson.Default.Drop).Length, 1, 16 * 1024);
        Assert.Contains(drop.Files, file => file.File == "users.csv");
    }

    /// <param name="first">True: a version is published before, and shown after.</param>
    private async Task<Drop> RejectedAsync(string code, Func<PipelineHost, SampleNight, Task<string>> dropAsync, bool first = false)
    {
        var night = await SampleNight.OfAsync(Students, 1);
        await using var host = new PipelineHost(azurite.ConnectionString);
        await host.RegisterAsync();
        if (first)
        {
            await host.PublishAsync("first", night.Zip, night.AsOf);
        }

        var before = await PublicView.OfAsync(host, [], normalized: false);

        var drop = await host.RunAsync(await dropAsync(host, night));

        Assert.Equal((DropState.Rejected, code), (drop.State, drop.ReasonCode));
        Assert.True(drop.Reason is { Length: > 20 });
        Assert.NotNull(drop.EndedAt);
        var receipt = await host.ReceiptAsync(drop);
        Assert.Contains(code, receipt, StringComparison.Ordinal);
        Assert.Contains("\"Rejected\"", receipt, StringComparison.Ordinal);
        PublicView.AssertEqual(before, await PublicView.OfAsync(host, [], normalized: false), "after a rejection");
        Assert.Null((await host.Get<Pipeline.Lanes.LaneStore>().FindAsync(host.District, host.Token))?.Value.Holder);
        return drop;
    }

    private static async Task<string> DropFolderAsync(PipelineHost host, SampleNight night)
    {
        foreach (var (name, text) in night.Package.Files)
        {
            await host.UploadAsync($"TX/990001/sis/folder/{name}", System.Text.Encoding.UTF8.GetBytes(text));
        }

        var mark = await host.UploadAsync("TX/990001/sis/folder/_complete", []);
        return (await host.Get<DropReceiver>().ReceiveAsync(mark, host.Started, host.Token))!;
    }
}
