using System.Globalization;
using ClosingGap.Pipeline.Drops;
using ClosingGap.Pipeline.Tests.Running;
using ClosingGap.TestSupport;

namespace ClosingGap.Pipeline.Tests.Runs;

/// <summary>A run that dies anywhere changes nothing that a reader sees, and the sweep brings it to the same end.</summary>
public sealed class DeathTests(AzuriteFixture azurite, ITestOutputHelper output)
{
    private const int Students = 40;
    private const long ShardBytes = 96 << 10;

    [Fact]
    public async Task Death_BeforeEachStep_ShowsTheOldVersionAndEndsLikeAnUndisturbedRun()
    {
        var (first, second, ids) = await NightsAsync();
        var expected = await UndisturbedAsync(first, second, ids);
        await using var host = new PipelineHost(azurite.ConnectionString, shardBytes: ShardBytes);
        await host.RegisterAsync();
        var steps = int.MaxValue;
        for (var step = 1; step <= steps; step++)
        {
            await host.PublishAsync($"first-{step}", first.Zip, first.AsOf);
            var before = await PublicView.OfAsync(host, ids, normalized: false);
            var id = await host.DropAsync($"second-{step}", second.Zip, second.AsOf);
            var place = "";
            host.Steps.Steps = 0;
            host.Steps.Before = (name, number) =>
            {
                if (number == step)
                {
                    place = name;
                    throw new DeathException();
                }
            };
            await host.Steps.RunAllAsync(host.Token);
            host.Steps.Before = null;
            var died = await host.DropOfAsync(id);
            if (place.Length == 0)
            {
                steps = step - 1;
                Assert.Equal(DropState.Published, died.State);
                break;
            }

            if (died.State != DropState.Published)
            {
                PublicView.AssertEqual(before, await PublicView.OfAsync(host, ids, normalized: false), $"dead before {place}");
            }

            await host.SweepUntilQuietAsync(2);
            var ended = await host.DropOfAsync(id);
            Assert.Equal((DropState.Published, null), (ended.State, ended.ReasonCode));
            PublicView.AssertEqual(expected, await PublicView.OfAsync(host, ids), $"restarted after a death before {place}");
        }

        output.WriteLine($"{steps} steps");
        Assert.InRange(steps, 12, 100);
    }

    /// <summary>CLOSINGGAP_DEATHS sets how many deaths are tried (default 8), CLOSINGGAP_SEED which.</summary>
    [Fact]
    public async Task Death_AroundAnyWrite_ShowsOneVersionOrTheOtherAndEndsLikeAnUndisturbedRun()
    {
        var deaths = int.Parse(Environment.GetEnvironmentVariable("CLOSINGGAP_DEATHS") ?? "8", CultureInfo.InvariantCulture);
        var (first, second, ids) = await NightsAsync();
        var expected = await UndisturbedAsync(first, second, ids);
        await using var host = new PipelineHost(azurite.ConnectionString, shardBytes: ShardBytes);
        await host.RegisterAsync();
        await host.PublishAsync("first", first.Zip, first.AsOf);
        var old = await PublicView.OfAsync(host, ids);
        host.Deaths.Never();
        await host.PublishAsync("second", second.Zip, second.AsOf);
        var writes = host.Deaths.Writes;
        var given = Environment.GetEnvironmentVariable("CLOSINGGAP_SEED");
        var seed = string.IsNullOrEmpty(given) ? Random.Shared.Next() : (int)(ulong.Parse(given, CultureInfo.InvariantCulture) % int.MaxValue);
        var random = new Random(seed);
        output.WriteLine($"seed {seed}, {writes} writes");
        for (var death = 0; death < deaths; death++)
        {
            await host.PublishAsync($"first-{death}", first.Zip, first.AsOf);
            var id = await host.DropAsync($"second-{death}", second.Zip, second.AsOf);
            // Each death falls into a stretch of its own, so that all of the run is tried.
            host.Deaths.At(1 + ((death * writes) + random.Next(writes)) / deaths, random.Next(2) == 0);
            host.Steps.Retries = random.Next(3) == 0;
            await host.Steps.RunAllAsync(host.Token);
            var place = host.Deaths.Place;
            host.Deaths.Never();
            var seen = await PublicView.OfAsync(host, ids);
            PublicView.AssertEqual(seen["district"] == old["district"] ? old : expected, seen, $"dead {place}");
            await host.SweepUntilQuietAsync(3);
            var ended = await host.DropOfAsync(id);
            Assert.Equal((DropState.Published, null, place), (ended.State, ended.ReasonCode, place));
            PublicView.AssertEqual(expected, await PublicView.OfAsync(host, ids), $"restarted after a death {place}");
        }
    }

    [Fact]
    public async Task Death_ThenANewerDrop_NeverShowsWhatTheDeadAttemptWrote()
    {
        var (first, second, ids) = await NightsAsync();
        var third = first.Package.Without(first.Ids[3]);
        await using var host = new PipelineHost(azurite.ConnectionString, shardBytes: ShardBytes);
        await host.RegisterAsync();
        await using var other = new PipelineHost(azurite.ConnectionString, shardBytes: ShardBytes);
        await other.RegisterAsync();
        await other.PublishAsync("first", first.Zip, first.AsOf);
        await other.PublishAsync("third", third.ToZip(), first.AsOf);
        var expected = await PublicView.OfAsync(other, ids);

        await host.PublishAsync("first", first.Zip, first.AsOf);
        var dead = await host.DropAsync("second", second.Zip, second.AsOf);
        host.Steps.Before = (name, _) => Die(name == "publish");
        await host.Steps.RunAllAsync(host.Token);
        host.Steps.Before = null;
        var newer = await host.DropAsync("third", third.ToZip(), first.AsOf);
        await host.Steps.RunAllAsync(host.Token);
        Assert.Equal(DropState.Queued, (await host.DropOfAsync(newer)).State);
        // The service fails for good on the dead one: the newer goes on.
        await host.Get<DropFailure>().RunAsync(new DropRun(dead, 1), "StoreUnavailableException", host.Token);
        await host.SweepUntilQuietAsync();

        Assert.Equal(DropState.Failed, (await host.DropOfAsync(dead)).State);
        Assert.Equal(DropState.Published, (await host.DropOfAsync(newer)).State);
        PublicView.AssertEqual(expected, await PublicView.OfAsync(host, ids), "after the newer drop");
    }

    [Fact]
    public async Task EveryStepTwice_EndsLikeOnce()
    {
        var (first, second, ids) = await NightsAsync();
        var expected = await UndisturbedAsync(first, second, ids);
        await using var host = new PipelineHost(azurite.ConnectionString, shardBytes: ShardBytes);
        host.Steps.Twice = true;
        await host.RegisterAsync();
        await host.PublishAsync("first", first.Zip, first.AsOf);
        var drop = await host.PublishAsync("second", second.Zip, second.AsOf);

        Assert.Equal(1, drop.Attempt);
        PublicView.AssertEqual(expected, await PublicView.OfAsync(host, ids), "after every step was done twice");
    }

    private static void Die(bool now)
    {
        if (now)
        {
            throw new DeathException();
        }
    }

    private static async Task<(SampleNight First, SampleNight Second, IReadOnlyList<string> Ids)> NightsAsync()
    {
        var first = await SampleNight.OfAsync(Students, 1);
        var second = await SampleNight.OfAsync(Students, 40);
        // A file that a drop lacks leaves its table as it was: with the same files, the first again is what it was.
        Assert.Equal(first.Package.Files.Keys, second.Package.Files.Keys);
        second = second with { Package = second.Package.Without(first.Ids[5]) };
        return (first, second, [.. first.Students.Keys.Union(second.Students.Keys)]);
    }

    private async Task<SortedDictionary<string, string>> UndisturbedAsync(SampleNight first, SampleNight second, IReadOnlyList<string> ids)
    {
        await using var host = new PipelineHost(azurite.ConnectionString, shardBytes: ShardBytes);
        await host.RegisterAsync();
        await host.PublishAsync("first", first.Zip, first.AsOf);
        await host.PublishAsync("second", second.Zip, second.AsOf);
        return await PublicView.OfAsync(host, ids);
    }
}
