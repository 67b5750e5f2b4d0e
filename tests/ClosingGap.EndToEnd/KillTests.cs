using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using ClosingGap.EndToEnd.Packages;
using ClosingGap.EndToEnd.Service;

namespace ClosingGap.EndToEnd;

/// <summary>The service killed again and again in the middle of a drop publishes what an undisturbed one publishes.</summary>
[Collection(ServiceCollection.Name)]
public sealed class KillTests : IClassFixture<AzuriteFixture>
{
    private const int Kills = 10;
    private const int Students = 2_000;
    private const string ShardTarget = "1000000";

    private static readonly Phase[] s_plan =
    [
        Phase.Begun, Phase.Validating, Phase.Validating, Phase.Applied, Phase.Applied,
        Phase.Computing, Phase.Computing, Phase.Computing, Phase.Publishing, Phase.Publishing,
    ];

    private readonly AzuriteFixture _storage;
    private readonly ITestOutputHelper _output;

    /// <summary>The storage outlives the kills: the service is killed, not the storage account.</summary>
    public KillTests(AzuriteFixture storage, ITestOutputHelper output)
    {
        _storage = storage;
        _output = output;
        Assert.SkipWhen(
            Environment.GetEnvironmentVariable("CLOSINGGAP_BASE_URL") is { Length: > 0 }, "A service that CLOSINGGAP_BASE_URL names is not ours to kill.");
    }

    [Fact]
    public async Task Service_KilledTenTimesDuringADrop_PublishesTheSame()
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("CLOSINGGAP_SEED"), NumberStyles.None, CultureInfo.InvariantCulture, out var given)
            ? given
            : RandomNumberGenerator.GetInt32(int.MaxValue);
        _output.WriteLine($"Seed {seed} (CLOSINGGAP_SEED).");
        using var sample = await Sample.MakeAsync(Students, night: 0, RunningService.NewLocalId());
        var secret = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
        await using var quietStorage = await AzuriteFixture.StartAsync();

        var (quiet, lasted) = await UndisturbedAsync(sample, quietStorage.ConnectionString, secret);
        _output.WriteLine($"Undisturbed: {lasted.TotalSeconds:F1} s.");
        var killed = await KilledAsync(sample, secret, new Random(seed), lasted);

        quiet.SaysTheSameAs(killed);
    }

    private enum Phase
    {
        Begun,
        Validating,
        Applied,
        Computing,
        Publishing,
        Ended,
    }

    private static Phase PhaseOf(JsonNode? drop) => (drop?["state"]?.GetValue<string>(), drop?["progress"]?["step"]?.GetValue<string>()) switch
    {
        (null or "Received" or "Queued", _) => Phase.Begun,
        ("Validating", _) => Phase.Validating,
        ("Applied", _) => Phase.Applied,
        ("Computing", "publish") => Phase.Publishing,
        ("Computing", _) => Phase.Computing,
        _ => Phase.Ended,
    };

    private static Dictionary<string, string> Settings(string storage) => new(StringComparer.Ordinal)
    {
        ["AzureWebJobsStorage"] = storage,
        ["ClosingGap__Pipeline__ShardTargetBytes"] = ShardTarget,
        ["ClosingGap__Pipeline__SweepGrace"] = "00:00:05",
    };

    private static async Task<(PublishedState State, TimeSpan Lasted)> UndisturbedAsync(Sample sample, string storage, string secret)
    {
        using var data = new DataFolder(secret);
        var folder = data.Path;
        await using (var local = await LocalProcess.StartAsync(folder, Settings(storage), TestContext.Current.CancellationToken))
        {
            using var api = new ApiClient(local.BaseUrl, null);
            await api.RegisterAsync(sample.District);
            var begun = Stopwatch.GetTimestamp();
            var drop = await api.EndsAsync(await new DropUploader(storage).UploadFileAsync(sample.Path("n"), sample.Zip, sample.AsOf), "Published");
            var lasted = Stopwatch.GetElapsedTime(begun);
            Assert.True(drop["counts"]!["shardsComputed"]!.GetValue<int>() > 1, "One shard only: lower the shard's target size.");
            return (await ReadAsync(api, sample), lasted);
        }
    }

    private async Task<PublishedState> KilledAsync(Sample sample, string secret, Random random, TimeSpan lasted)
    {
        using var data = new DataFolder(secret);
        var folder = data.Path;
        var storage = _storage.ConnectionString;
        string? dropId = null;
        var inWork = 0;
        for (var kill = 1; kill <= Kills; kill++)
        {
            await using var local = await LocalProcess.StartAsync(folder, Settings(storage), TestContext.Current.CancellationToken);
            using var api = new ApiClient(local.BaseUrl, null);
            if (dropId is null)
            {
                await api.RegisterAsync(sample.District);
                dropId = await new DropUploader(storage).UploadFileAsync(sample.Path("n"), sample.Zip, sample.AsOf);
            }

            // Some moments after the drop has come as far as planned, so that the kills fall on every part of the work.
            var phase = s_plan[kill - 1];
            var moment = TimeSpan.FromMilliseconds(random.NextDouble() * lasted.TotalMilliseconds / (2 * Kills));
            JsonNode? drop = null;
            await Eventually.HoldsAsync(
                $"the drop has come to {phase}",
                TimeSpan.FromMinutes(3),
                async () =>
                {
                    drop = await api.FindDropAsync(dropId);
                    return PhaseOf(drop) >= phase;
                },
                TestContext.Current.CancellationToken);
            var begun = Stopwatch.GetTimestamp();
            await Eventually.HoldsAsync(
                "the moment has come", TimeSpan.FromMinutes(1), () => Task.FromResult(Stopwatch.GetElapsedTime(begun) >= moment), TestContext.Current.CancellationToken);
            inWork += PhaseOf(await api.FindDropAsync(dropId)) < Phase.Ended ? 1 : 0;
            await local.KillAsync();
            _output.WriteLine($"Kill {kill}, {moment.TotalSeconds:F2} s after it was seen in {PhaseOf(drop)}.");
        }

        Assert.True(inWork >= Kills / 2, $"Only {inWork} of {Kills} kills met work under way.");
        await using var last = await LocalProcess.StartAsync(folder, Settings(storage), TestContext.Current.CancellationToken);
        using var client = new ApiClient(last.BaseUrl, null);
        await client.EndsAsync(dropId!, "Published");
        return await ReadAsync(client, sample);
    }

    private static async Task<PublishedState> ReadAsync(ApiClient api, Sample sample)
    {
        SampleTruth.HoldsFor(sample, await api.SummaryAsync(sample.District));
        return await PublishedState.ReadAsync(api, sample.District, sample.Students);
    }
}
