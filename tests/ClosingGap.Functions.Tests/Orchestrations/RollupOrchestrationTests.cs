using System.Text.Json;
using ClosingGap.Functions.Orchestrations;
using ClosingGap.Functions.Tests.Support;
using ClosingGap.Pipeline.Ports;
using ClosingGap.Pipeline.Rollups;

namespace ClosingGap.Functions.Tests.Orchestrations;

public sealed class RollupOrchestrationTests
{
    private const string Rollup = "rollup-TX-20261129";

    [Fact]
    public async Task RollupOrchestration_OfAFewDistricts_TakesEveryStepInItsOrder()
    {
        var episodes = await RunAsync(new Script { Districts = 2, Found = 1 });

        Assert.Equal(
            ["PrepareRollup 0", "ListRollupDistricts 0", "CountDistrict 0", "CountDistrict 1", "FindDuplicates 0.0", "TakeBack 0", "BuildTable 0", "ProtectPopulation 0", "ProtectPopulation 1", "CompleteRollup 7"],
            episodes.SelectMany(episode => episode.Calls));
        Assert.Equal(["districts", "merge", "takeBack", "build", "protect", "complete"], episodes.SelectMany(episode => episode.Statuses));
        Assert.Equal(2, episodes.SelectMany(episode => episode.Inputs).OfType<RollupPiece>().Last(piece => piece.Total > 0).Total);
        Assert.All(episodes.SelectMany(episode => episode.Inputs).OfType<CandidatePiece>(), piece => Assert.Equal((7, 2), (piece.Releases, piece.Populations)));
    }

    [Fact]
    public async Task RollupOrchestration_OfAThousandDistricts_KeepsEveryHistoryShortAndMissesNone()
    {
        var episodes = await RunAsync(new Script { Districts = 1_000, Found = 120 });

        Assert.All(episodes, episode => Assert.InRange(episode.Calls.Count, 1, 52));
        var calls = episodes.SelectMany(episode => episode.Calls).ToList();
        Assert.Equal(Numbers("CountDistrict", 1_000), calls.Where(call => call.StartsWith("CountDistrict", StringComparison.Ordinal)));
        Assert.Equal(Numbers("TakeBack", 120), calls.Where(call => call.StartsWith("TakeBack", StringComparison.Ordinal)));
        Assert.Equal(Numbers("MergeKeys 0.", 16, ""), calls.Where(call => call.StartsWith("MergeKeys", StringComparison.Ordinal)));
        Assert.Equal(["FindDuplicates 1.0"], calls.Where(call => call.StartsWith("FindDuplicates", StringComparison.Ordinal)));
        Assert.Equal("CompleteRollup 7", calls[^1]);
        Assert.Single(calls, "PrepareRollup 0");
    }

    [Fact]
    public async Task RollupOrchestration_OfManyFiles_MergesPageByPageAndPassByPass()
    {
        var episodes = await RunAsync(new Script { Districts = 5_000 });

        var merges = episodes.SelectMany(episode => episode.Calls).Where(call => call.StartsWith("MergeKeys", StringComparison.Ordinal)).ToList();
        Assert.Equal([.. Numbers("MergeKeys 0.", 79, ""), .. Numbers("MergeKeys 1.", 2, "")], merges);
        Assert.Contains("FindDuplicates 2.0", episodes.SelectMany(episode => episode.Calls));
    }

    [Fact]
    public async Task RollupOrchestration_OfManyPopulations_ProtectsEachOnceInShortHistories()
    {
        var episodes = await RunAsync(new Script { Districts = 2, Found = 1, Populations = 120 });

        Assert.All(episodes, episode => Assert.InRange(episode.Calls.Count, 1, 52));
        Assert.Equal(
            Numbers("ProtectPopulation", 120),
            episodes.SelectMany(episode => episode.Calls).Where(call => call.StartsWith("ProtectPopulation", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task RollupOrchestration_OfADistrictThatCannotBeCounted_LeavesItOutAndGoesOn()
    {
        var episodes = await RunAsync(new Script { Districts = 3, Failing = "CountDistrict", FailingNumber = 1 });

        var calls = episodes.SelectMany(episode => episode.Calls).ToList();
        Assert.Equal(["SkipDistrict 1"], calls.Where(call => call.StartsWith("SkipDistrict", StringComparison.Ordinal)));
        Assert.Equal("CompleteRollup 7", calls[^1]);
    }

    [Theory]
    [InlineData("PrepareRollup")]
    [InlineData("ListRollupDistricts")]
    [InlineData("FindDuplicates")]
    [InlineData("TakeBack")]
    [InlineData("BuildTable")]
    [InlineData("ProtectPopulation")]
    [InlineData("CompleteRollup")]
    public async Task RollupOrchestration_WhenAStepFails_RecordsTheCauseAndEnds(string activity)
    {
        var episodes = await RunAsync(new Script { Districts = 2, Found = 1, Failing = activity });

        Assert.Equal(new FailedRollup(Rollup, typeof(StoreUnavailableException).FullName!), Assert.Single(episodes.SelectMany(episode => episode.Inputs).OfType<FailedRollup>()));
        Assert.Equal("FailRollup", episodes[^1].Calls[^1]);
        Assert.Null(episodes[^1].Next);
    }

    [Fact]
    public async Task RollupOrchestration_OfAnyStep_CarriesIdsAndCountsAlone()
    {
        var episodes = await RunAsync(new Script { Districts = 120, Found = 60 });

        var payloads = episodes.SelectMany(episode => episode.Inputs.Append(episode.Next)).Where(input => input is not null).Select(input => JsonSerializer.Serialize(input));
        Assert.All(payloads, payload => Assert.Matches("^(\\{(,?\"[A-Za-z]+\":(-?\\d+|\"\"|\"rollup-TX-20261129\"|\"registered:TX-\\d+\"))+\\})$", payload));
    }

    [Fact]
    public async Task ReleaseOrchestration_OfARelease_ProtectsWritesAndSwitchesLast()
    {
        var context = new ScriptedContext(new ReleaseRun("TX", 3), Candidate);
        await ReleaseOrchestration.RunAsync(context);

        Assert.Equal(["PrepareRelease", "ProtectPopulation 0", "ProtectPopulation 1", "AcceptCandidate", "WriteDataSets", "SwitchRelease"], context.Calls);
        Assert.Equal(new ReleaseCandidate("TX", 3, 2), Assert.Single(context.Inputs.OfType<ReleaseCandidate>()));
    }

    [Theory]
    [InlineData("PrepareRelease")]
    [InlineData("ProtectPopulation")]
    [InlineData("AcceptCandidate")]
    [InlineData("WriteDataSets")]
    public async Task ReleaseOrchestration_WhenAStepFails_SwitchesNothing(string activity)
    {
        var context = new ScriptedContext(new ReleaseRun("TX", 3), (name, input) => name == activity ? throw new StoreUnavailableException("away") : Candidate(name, input));
        await ReleaseOrchestration.RunAsync(context);

        Assert.DoesNotContain("SwitchRelease", context.Calls);
        Assert.Equal(new FailedRelease(new ReleaseRun("TX", 3), typeof(StoreUnavailableException).FullName!), context.Inputs[^1]);
    }

    [Fact]
    public async Task DurableRollupStarter_OfARollupAndARelease_UsesTheirIdsAndTakesATakenOneForDone()
    {
        var client = new RecordingClient();
        await new DurableRollupStarter(client).StartRollupAsync(RollupId.Parse(Rollup), TestContext.Current.CancellationToken);
        await new DurableRollupStarter(client).StartReleaseAsync("TX", 3, TestContext.Current.CancellationToken);
        await new DurableRollupStarter(new RecordingClient { IsTaken = true }).StartRollupAsync(RollupId.Parse(Rollup), TestContext.Current.CancellationToken);

        Assert.Equal([Rollup, "release-TX-3"], client.Started.Select(started => started.Options!.InstanceId));
    }

    private static CandidateRun? Candidate(string activity, object? input) => activity == "PrepareRelease" ? new CandidateRun(Rollup, 2, 2) : null;

    private static IEnumerable<string> Numbers(string name, int count, string separator = " ") =>
        Enumerable.Range(0, count).Select(number => FormattableString.Invariant($"{name}{separator}{number}"));

    private static async Task<List<ScriptedContext>> RunAsync(Script script)
    {
        var episodes = new List<ScriptedContext>();
        for (object? input = new RollupRun(Rollup); input is not null; input = episodes[^1].Next)
        {
            episodes.Add(new ScriptedContext(input, script.Answer));
            await RollupOrchestration.RunAsync(episodes[^1]);
        }

        return episodes;
    }

    private sealed record Script
    {
        public int Districts { get; init; }

        public int Found { get; init; }

        public int Populations { get; init; } = 2;

        public string? Failing { get; init; }

        public int? FailingNumber { get; init; }

        public object? Answer(string activity, object? input) =>
            activity == Failing && (FailingNumber is null || (input as RollupPiece)?.Number == FailingNumber) ? throw new StoreUnavailableException("away")
            : (activity, input) switch
            {
                ("ListRollupDistricts", RollupPiece { Number: var page }) => Page(page),
                ("FindDuplicates", _) => new FoundDuplicates(Found),
                ("BuildTable", _) => new CandidateRun(Rollup, 7, Populations),
                _ => null,
            };

        private RollupPage Page(int page)
        {
            var to = Math.Min((page + 1) * 50, Districts);
            return new RollupPage(to - (page * 50), to < Districts ? FormattableString.Invariant($"registered:TX-{to}") : "");
        }
    }
}
