using System.Text.Json.Nodes;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Queues;
using ClosingGap.LocalRuntime.Blobs;
using ClosingGap.LocalRuntime.State;
using ClosingGap.LocalRuntime.Tests.Support;
using ClosingGap.TestSupport;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace ClosingGap.LocalRuntime.Tests.Blobs;

/// <summary>Each test has an emulator's containers to itself, and removes them.</summary>
public sealed class BlobFunctionTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>, IAsyncDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly BlobRuns runs = new();

    // Waits between polls and tries pass at once; the clock's own steps are what the tests look at.
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 3, 2, 10, 0, 0, TimeSpan.Zero)) { AutoAdvanceAmount = TimeSpan.Zero };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private BlobContainerClient Drops => new(azurite.ConnectionString, "drops");

    private QueueClient Poison => new(azurite.ConnectionString, PoisonQueue.Name, new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });

    public async ValueTask DisposeAsync()
    {
        await Drops.DeleteIfExistsAsync();
        await Poison.DeleteIfExistsAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task Blob_ContainerMadeAfterStart_RunsOncePerETagWithCaptures()
    {
        await using var host = await StartAsync();
        await PollsPassAsync(2);
        await UploadAsync("in/tx/north/a.zip", "one");
        await UploadAsync("elsewhere/tx/a.zip", "not taken");
        await RunsAsync(1);
        await PollsPassAsync(3);

        Assert.Equal(["tx/north|a|one|.zip"], runs.All);

        await UploadAsync("in/tx/north/a.zip", "two");
        await RunsAsync(2);
        await PollsPassAsync(3);

        Assert.Equal(["tx/north|a|one|.zip", "tx/north|a|two|.zip"], runs.All);
    }

    [Fact]
    public async Task Blob_HostRestarted_IsNotRunAgain()
    {
        await UploadAsync("in/tx/a.zip", "one");
        await using (await StartAsync())
        {
            await RunsAsync(1);
            await Eventually.IsTrueAsync(async () => (await ReceiptAsync("drops/in/tx/a.zip"))?.State == ReceiptState.Done, "the receipt");
        }

        await using var again = await StartAsync();
        await UploadAsync("in/tx/b.zip", "two");
        await RunsAsync(2);

        Assert.Equal("tx|b|two|.zip", runs.All[1]);
    }

    [Fact]
    public async Task Blob_RunWithoutReceipt_IsRunAgainAtNextStart()
    {
        await UploadAsync("in/tx/a.zip", "one");
        using (var store = Store())
        {
            // As a killed process leaves it: the try was counted, its end was not recorded.
            await store.WriteReceiptAsync("OnDrop", "drops/in/tx/a.zip", new BlobReceipt(await ETagAsync("in/tx/a.zip"), ReceiptState.Open, 1, time.GetUtcNow()), Token);
        }

        await using var host = await StartAsync();
        await RunsAsync(1);
        await Eventually.IsTrueAsync(async () => (await ReceiptAsync("drops/in/tx/a.zip"))?.State == ReceiptState.Done, "the receipt");

        Assert.Equal(2, (await ReceiptAsync("drops/in/tx/a.zip"))!.Tries);
    }

    [Fact]
    public async Task Blob_ProcessDiedInEveryTry_IsPoisonedWithoutAnotherRun()
    {
        await UploadAsync("in/tx/a.zip", "one");
        using (var store = Store())
        {
            await store.WriteReceiptAsync("OnDrop", "drops/in/tx/a.zip", new BlobReceipt(await ETagAsync("in/tx/a.zip"), ReceiptState.Open, 5, time.GetUtcNow()), Token);
        }

        await using var host = await StartAsync();
        await PoisonCountAsync(1);

        Assert.Empty(runs.All);
    }

    [Fact]
    public async Task Blob_FailsEveryTime_FiveTriesFartherApartThenPoisonMessageOnce()
    {
        var tried = new List<DateTimeOffset>();
        runs.Gate = _ =>
        {
            lock (tried)
            {
                tried.Add(time.GetUtcNow());
            }

            throw new InvalidOperationException("a row of somebody");
        };
        await UploadAsync("in/tx/a.zip", "one");
        await using var host = await StartAsync();

        await PoisonCountAsync(1);
        await PollsPassAsync(3);

        Assert.Equal(5, runs.All.Count);
        var gaps = tried.Zip(tried.Skip(1), (earlier, later) => later - earlier).ToArray();
        Assert.All(gaps, (gap, number) => Assert.True(gap >= TimeSpan.FromSeconds(10 << number), string.Join(' ', gaps)));
        var message = Assert.Single((await Poison.ReceiveMessagesAsync(10, cancellationToken: Token)).Value);
        var expected = new JsonObject
        {
            ["FunctionId"] = "Host.Functions.OnDrop",
            ["BlobType"] = "BlockBlob",
            ["ContainerName"] = "drops",
            ["BlobName"] = "in/tx/a.zip",
            ["ETag"] = await ETagAsync("in/tx/a.zip"),
        };
        Assert.True(JsonNode.DeepEquals(expected, JsonNode.Parse(message.Body)), message.Body.ToString());
        Assert.DoesNotContain("somebody", string.Join('\n', host.Log.Lines), StringComparison.Ordinal);
        Assert.DoesNotContain("a.zip", string.Join('\n', host.Log.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Blob_RewrittenAfterPoison_IsTriedAnew()
    {
        runs.Gate = what => what.Contains("bad", StringComparison.Ordinal) ? throw new InvalidOperationException() : Task.CompletedTask;
        await UploadAsync("in/tx/a.zip", "bad");
        await using var host = await StartAsync();
        await PoisonCountAsync(1);

        await UploadAsync("in/tx/a.zip", "good");
        await RunsAsync(6);

        Assert.Equal("tx|a|good|.zip", runs.All[5]);
    }

    [Fact]
    public async Task Blobs_Many_RunBoundedlyInParallel()
    {
        var gate = new TaskCompletionSource();
        runs.Gate = _ => gate.Task;
        for (var number = 0; number < 12; number++)
        {
            await UploadAsync($"in/tx/{number}.zip", "x");
        }

        await using var host = await StartAsync("LocalRuntime:Blobs:MaxDegreeOfParallelism=3");
        await RunsAsync(3);
        gate.SetResult();
        await RunsAsync(12);

        Assert.Equal(3, runs.MostAtOnce);
        Assert.Equal(12, runs.All.Distinct().Count());
    }

    [Fact]
    public async Task Blob_ShutdownCutsTheRunShort_TryIsNotCounted()
    {
        await UploadAsync("in/tx/a.zip", "one");
        var host = await StartAsync();
        await using (host)
        {
            runs.Gate = _ => Task.Delay(Timeout.InfiniteTimeSpan, host.Services.GetRequiredService<Microsoft.Extensions.Hosting.IHostApplicationLifetime>().ApplicationStopping);
            await RunsAsync(1);
        }

        var receipt = await ReceiptAsync("drops/in/tx/a.zip");
        Assert.Equal(ReceiptState.Open, receipt!.State);
        Assert.Equal(0, receipt.Tries);
    }

    [Fact]
    public async Task Blob_ContentParameters_AreBound()
    {
        var contents = new BlobContainerClient(azurite.ConnectionString, "contents");
        await contents.CreateAsync(cancellationToken: Token);
        await contents.GetBlobClient("n.txt").UploadAsync(
            BinaryData.FromString("abc"), new BlobUploadOptions { Metadata = new Dictionary<string, string> { ["kind"] = "k" } }, Token);
        await using var host = await TestHost.StartAsync(
            folder, [typeof(BlobContentFunctions)], Configure, $"AzureWebJobsStorage={azurite.ConnectionString}");

        await RunsAsync(4);

        Assert.Equal(["bytes 3", "data abc contents/n.txt", "stream abc", "text n.txt abc k"], runs.All.Order(StringComparer.Ordinal));
        await contents.DeleteAsync(cancellationToken: Token);
    }

    private Task<TestHost> StartAsync(params string[] settings) => TestHost.StartAsync(
        folder,
        [typeof(BlobSampleFunctions)],
        Configure,
        [$"DropStorage={azurite.ConnectionString}", "LocalRuntime:Blobs:RetryDelay=00:00:10", "LocalRuntime:Blobs:MaxRetryDelay=01:00:00", .. settings]);

    private void Configure(Microsoft.Azure.Functions.Worker.Builder.FunctionsApplicationBuilder builder) =>
        builder.Services.AddSingleton<TimeProvider>(time).AddSingleton(runs);

    private Task RunsAsync(int count) => PassUntilAsync(() => Task.FromResult(runs.All.Count >= count), $"run {count}");

    private Task PoisonCountAsync(int count) => PassUntilAsync(
        async () => await Poison.ExistsAsync(Token) && (await Poison.GetPropertiesAsync(Token)).Value.ApproximateMessagesCount == count, "the poison message");

    /// <summary>Moves the clock by a second at a time until something is seen.</summary>
    private Task PassUntilAsync(Func<Task<bool>> condition, string what) => Eventually.IsTrueAsync(
        async () =>
        {
            time.Advance(TimeSpan.FromSeconds(1));
            return await condition();
        },
        what);

    /// <summary>Lets full listings happen: a marker that sorts last is taken by each.</summary>
    private async Task PollsPassAsync(int count)
    {
        for (var seen = runs.Markers + 1; count > 0; count--, seen++)
        {
            await UploadAsync($"in/{BlobRuns.Marker}/{seen}.zip", "marker");
            await PassUntilAsync(() => Task.FromResult(runs.Markers >= seen), "a full listing");
        }
    }

    private Task UploadAsync(string name, string content) => UploadAsync(Drops, name, content);

    private static async Task UploadAsync(BlobContainerClient container, string name, string content)
    {
        await container.CreateIfNotExistsAsync(cancellationToken: Token);
        await container.GetBlobClient(name).UploadAsync(BinaryData.FromString(content), overwrite: true, Token);
    }

    private async Task<string> ETagAsync(string name) => (await Drops.GetBlobClient(name).GetPropertiesAsync(cancellationToken: Token)).Value.ETag.ToString("H");

    private RuntimeStateStore Store() => new(new ClosingGap.LocalRuntime.Hosting.LocalRuntimeOptions { StatePath = folder.File("runtime.db") });

    private async Task<BlobReceipt?> ReceiptAsync(string path)
    {
        using var store = Store();
        return await store.ReadReceiptAsync("OnDrop", path, Token);
    }
}
