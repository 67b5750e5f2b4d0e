using System.Text.Json;
using ClosingGap.Domain.Suppression;
using ClosingGap.Pipeline.Contributing;
using ClosingGap.Pipeline.Ports;
using ClosingGap.Pipeline.Releases;
using ClosingGap.Pipeline.Rollups;
using ClosingGap.Pipeline.Snapshots;
using ClosingGap.Pipeline.Tests.Running;
using ClosingGap.TestSupport;
using Parquet;

namespace ClosingGap.Pipeline.Tests.Rollups;

/// <summary>What is published of a state changes by release, and by nothing else.</summary>
public sealed class ReleaseTests(AzuriteFixture azurite)
{
    private static readonly DateOnly s_today = new(2026, 11, 23);
    private static readonly MeasureQuery s_state = new(OrganisationLevel.State, null, null, null, 10);

    [Fact]
    public async Task Candidate_OfAnyNumber_ChangesNothingThatIsPublished()
    {
        await using var world = await WorldAsync();
        await world.RollupAsync();
        Assert.Null(await Reader(world).FindAsync(StateWorld.State, world.Token));
        await world.CorrectAsync((await world.RollupAsync()).Id);
        var before = await PublishedAsync(world);

        await world.PublishAsync("001", 2, world.Students("x", "A", 300));
        await world.RollupAsync();

        Assert.Equal(before, await PublishedAsync(world));
    }

    [Fact]
    public async Task Calendar_WhoseDayHasCome_ReleasesTheNewestCandidateUpToIt()
    {
        await using var world = await WorldAsync();
        await world.Host.Get<ReleaseCalendars>().SaveAsync(
            new ReleaseCalendar(StateWorld.State, 0, [new(s_today.AddDays(30), "Winter"), new(s_today.AddDays(1), "Fall")], ReleaseRules.Default), world.Token);
        var rollup = await world.RollupAsync();
        Assert.Equal(0, await world.DueAsync());
        world.Host.Time.Advance(TimeSpan.FromDays(2));
        await world.RollupAsync();

        Assert.Equal(1, await world.DueAsync());
        Assert.Equal(0, await world.DueAsync());

        var release = (await Reader(world).FindAsync(StateWorld.State, world.Token))!.Value.Release;
        Assert.Equal(
            (rollup.Id, ReleaseKind.Scheduled, s_today.AddDays(1), "Fall", ReleaseState.Released),
            (release.Rollup, release.Kind, release.DueDate, release.Label, release.State));
        Assert.Equal(1, (await world.FindAsync(rollup.Id)).Release);
    }

    [Fact]
    public async Task Calendar_WhileTheDaysRollupIsBeingMade_Waits()
    {
        await using var world = await WorldAsync();
        await world.Host.Get<ReleaseCalendars>().SaveAsync(new ReleaseCalendar(StateWorld.State, 0, [new(s_today, "Fall")], ReleaseRules.Default), world.Token);
        await world.RollupAsync();
        await world.Host.Get<RollupRequests>().RequestAsync(StateWorld.State, "test", world.Starter, world.Token);

        Assert.Equal(0, await world.Host.Get<ReleaseRequests>().RunDueAsync(world.Starter, world.Token));
        await world.RunStartedAsync();

        Assert.Equal(1, await world.DueAsync());
    }

    [Fact]
    public async Task Correction_AfterARelease_IsOneOfItsOwnAndIsProtectedAgainstTheFirst()
    {
        await using var world = await WorldAsync();
        await world.CorrectAsync((await world.RollupAsync()).Id, "First figures");
        await world.PublishAsync("001", 2, [.. world.Students("a", "A", 60), world.Student("late", "A")]);
        var corrected = await world.RollupAsync();
        Assert.Equal(1, corrected.ProtectedAgainst);

        await world.CorrectAsync(corrected.Id, "A class was missing");

        var found = await Reader(world).FindAsync(StateWorld.State, world.Token);
        Assert.Equal((2, ReleaseKind.Correction, "A class was missing", 1), (found!.Version, found.Value.Release.Kind, found.Value.Release.Reason, found.Value.Release.ProtectedAgainst));
        Assert.Equal(ReleaseState.Released, (await world.Host.Get<StateReleases>().FindAsync(StateWorld.State, 1, world.Token))!.State);
    }

    [Fact]
    public async Task Release_OfACandidateFromBeforeTheNewestRelease_IsProtectedAnew()
    {
        await using var world = await WorldAsync();
        var first = await world.RollupAsync();
        await world.PublishAsync("001", 2, world.Students("a", "A", 61));
        var second = await world.RollupAsync();
        await world.CorrectAsync(second.Id);

        await world.CorrectAsync(first.Id);

        var release = (await Reader(world).FindAsync(StateWorld.State, world.Token))!.Value.Release;
        Assert.Equal((2, first.Id, 1), (release.Number, release.Rollup, release.ProtectedAgainst));
        Assert.NotEmpty(await world.CandidateAsync(first, 1));
    }

    [Fact]
    public async Task Correction_OfWhatIsNoCandidateOrWhileAnotherIsPrepared_IsRefused()
    {
        await using var world = await WorldAsync();
        var rollup = RollupId.Parse((await world.RollupAsync()).Id);
        var running = RollupId.Parse((await world.Host.Get<RollupRequests>().RequestAsync(StateWorld.State, "test", world.Starter, world.Token))!.Id);

        Assert.Equal(ReleaseOutcome.NoCandidate, (await AskAsync(running)).Outcome);
        Assert.Equal(ReleaseOutcome.UnknownRollup, (await AskAsync(new RollupId(StateWorld.State, s_today.AddDays(-9), 0))).Outcome);
        Assert.Equal(ReleaseOutcome.Begun, (await AskAsync(rollup)).Outcome);
        Assert.Equal(ReleaseOutcome.UnderWay, (await AskAsync(rollup)).Outcome);

        Task<ReleaseResult> AskAsync(RollupId id) => world.Host.Get<ReleaseRequests>().CorrectAsync(id, "why", "test", world.Starter, world.Token);
    }

    [Theory]
    [InlineData("prepareRelease")]
    [InlineData("protect")]
    [InlineData("accept")]
    [InlineData("write")]
    [InlineData("switch")]
    public async Task Release_ThatDiesBeforeAStep_ShowsTheOldOneUntilItGoesOn(string step)
    {
        await using var world = await WorldAsync();
        var first = await world.RollupAsync();
        await world.PublishAsync("001", 2, world.Students("x", "A", 90));
        var next = await world.RollupAsync();
        await world.CorrectAsync(first.Id);
        var before = await PublishedAsync(world);
        world.Before = name => _ = name == step ? throw new DeathException() : name;
        await Assert.ThrowsAsync<DeathException>(() => world.CorrectAsync(next.Id));
        Assert.Equal(before, await PublishedAsync(world));

        world.Before = null;
        world.Twice = true;
        world.Starter.Releases.Enqueue((StateWorld.State, 2));
        await world.RunStartedAsync();

        Assert.Equal(2, (await Reader(world).FindAsync(StateWorld.State, world.Token))!.Version);
    }

    [Fact]
    public async Task DataSets_OfARelease_HoldTheShownValuesAndNeverAZeroForASuppressedOne()
    {
        await using var world = await WorldAsync();
        await world.PublishAsync("002", 1, [.. world.Students("b", "=B,2", 40), .. world.Students("tiny", "T", 4)]);
        await world.CorrectAsync((await world.RollupAsync()).Id);

        var prefix = StateDataSets.Prefix(StateWorld.State, 1);
        var lines = (await world.Host.TextAsync(StateDataSets.Container, $"{prefix}{StateWorld.Chronic}.csv")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("level,districtId,schoolId,name,dimension,group,measure,students,studentsStatus,percent,percentLow,percentHigh,percentStatus,reliable", lines[0], StringComparison.Ordinal);
        var suppressed = lines.Skip(1).Where(line => line.Contains(",,suppressed,,,,suppressed,", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(suppressed);

        // Behind it only the gap: none, or one that is suppressed as well.
        Assert.All(suppressed, line => Assert.Matches(",,suppressed,,,,suppressed,,(,,,,,,|[A-Za-z]+,,,,suppressed,,)$", line));
        Assert.Contains(suppressed, line => line.StartsWith("school,TX-002,T,School T,all,all,", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("state,,,TX,all,all,milestone.chronic-absence,104,exact,", StringComparison.Ordinal) || line.StartsWith("state,,,TX,all,all,milestone.chronic-absence,,suppressed", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.Contains(",=B", StringComparison.Ordinal));
        await using var stream = await world.Host.Get<IBlobStore>().OpenReadAsync(StateDataSets.Container, $"{prefix}{StateWorld.Chronic}.parquet", null, world.Token);
        await using var parquet = await ParquetReader.CreateAsync(stream, cancellationToken: world.Token);
        Assert.Equal(lines.Length - 1, Enumerable.Range(0, parquet.RowGroupCount).Sum(group => (int)parquet.OpenRowGroupReader(group).RowCount));
        using var metadata = JsonDocument.Parse(await world.Host.TextAsync(StateDataSets.Container, prefix + "metadata.json"));
        Assert.Equal(["TX-001", "TX-002"], metadata.RootElement.GetProperty("districts").EnumerateArray().Select(district => district.GetProperty("district").GetString()));
        Assert.Contains("percentStatus,text,", await world.Host.TextAsync(StateDataSets.Container, prefix + "dictionary.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Metadata_OfARelease_CountsDistrictsAndNoStudents()
    {
        await using var world = await WorldAsync();
        await world.PublishAsync("002", 1, [.. world.Students("b", "B", 40), world.Student("a1", "B", begin: new(2026, 9, 1))]);
        await world.RegisterAsync("003");
        await world.CorrectAsync((await world.RollupAsync()).Id);

        using var metadata = JsonDocument.Parse(await world.Host.TextAsync(StateDataSets.Container, StateDataSets.Prefix(StateWorld.State, 1) + "metadata.json"));
        var summary = JsonSerializer.SerializeToElement((await Reader(world).FindAsync(StateWorld.State, world.Token))!.Value, PipelineJson.Default.StateSummary);

        Assert.All([metadata.RootElement, summary.GetProperty("metadata")], Check);

        static void Check(JsonElement told) => Assert.Equal(
            [("current", 2), ("districts", 3), ("failed", 0), ("late", 0), ("missing", 1), ("unreadable", 0)],
            told.GetProperty("counts").EnumerateObject().Select(count => (count.Name, count.Value.GetInt32())).OrderBy(count => count.Name, StringComparer.Ordinal));
    }

    [Fact]
    public async Task Reader_OfSchools_GoesByPagesAndNarrowsToADimension()
    {
        await using var world = await WorldAsync();
        await world.PublishAsync("002", 1, [.. world.Students("b", "B1", 40), .. world.Students("c", "B2", 40), .. world.Students("d", "B3", 40)]);
        await world.CorrectAsync((await world.RollupAsync()).Id);
        var schools = new List<string>();
        string? after = null;
        do
        {
            var page = (await Reader(world).FindAsync(
                StateWorld.State, StateWorld.Chronic, new MeasureQuery(OrganisationLevel.School, "TX-002", "sex", after, 2), world.Token))!.Value;
            Assert.InRange(page.Organisations.Count, 1, 2);
            Assert.All(page.Organisations, school => Assert.Equal(["all", "sex:female", "sex:male"], school.Values.Select(value => value.Group)));
            schools.AddRange(page.Organisations.Select(school => school.School!));
            after = page.Next;
        }
        while (after is not null);

        Assert.Equal(["B1", "B2", "B3"], schools);
        Assert.Null(await Reader(world).FindAsync(StateWorld.State, "milestone.unknown", s_state, world.Token));
    }

    [Fact]
    public async Task Reader_WhenAReleaseBringsADistrictBetweenTwoPages_MissesNone()
    {
        await using var world = await WorldAsync();
        await world.PublishAsync("005", 1, world.Students("e", "E", 60));
        await world.CorrectAsync((await world.RollupAsync()).Id);
        var first = (await Reader(world).FindAsync(StateWorld.State, StateWorld.Chronic, Districts(null), world.Token))!.Value;
        await world.PublishAsync("000", 1, world.Students("z", "Z", 60));
        await world.CorrectAsync((await world.RollupAsync()).Id);

        var second = (await Reader(world).FindAsync(StateWorld.State, StateWorld.Chronic, Districts(first.Next), world.Token))!.Value;

        Assert.Equal((string[])["TX-001"], first.Organisations.Select(district => district.District));
        Assert.Equal((string[])["TX-005"], second.Organisations.Select(district => district.District));
        Assert.Null(second.Next);

        static MeasureQuery Districts(string? after) => new(OrganisationLevel.District, null, "sex", after, 1);
    }

    [Fact]
    public async Task Contributions_ThatARollupStandsOn_StayUntilNothingRefersToThem()
    {
        await using var world = await WorldAsync();
        var rollup = await world.RollupAsync();
        for (var version = 2; version <= 4; version++)
        {
            await world.PublishAsync("001", version, world.Students("x", "A", 30));
        }

        var (collection, district) = (world.Host.Get<ContributionCollection>(), StateWorld.District("001"));
        await collection.RunAsync(district, 4, world.Token);
        Assert.Equal([1, 3, 4], await VersionsAsync());
        await world.Host.Get<ContributionUses>().LetGoAsync(district, 1, rollup.Id, world.Token);
        await collection.RunAsync(district, 4, world.Token);
        Assert.Equal([3, 4], await VersionsAsync());

        async Task<List<int>> VersionsAsync()
        {
            var versions = new SortedSet<int>();
            await foreach (var blob in world.Host.Get<IBlobStore>().ListAsync(CuratedPaths.Container, ContributionPaths.Folder(district), world.Token))
            {
                versions.Add(int.Parse(Path.GetFileName(blob.Path).Split('.')[0], System.Globalization.CultureInfo.InvariantCulture));
            }

            return [.. versions];
        }
    }

    [Fact]
    public async Task Rollups_ThatAreOldAndWereNotReleased_AreRemoved()
    {
        await using var world = await WorldAsync();
        var (kept, gone) = (await world.RollupAsync(), await world.RollupAsync());
        await world.CorrectAsync(kept.Id);
        world.Host.Time.Advance(TimeSpan.FromDays(31));

        await world.RollupAsync();

        Assert.NotNull(await world.Host.Get<RollupRecords>().FindAsync(RollupId.Parse(kept.Id), world.Token));
        Assert.Null(await world.Host.Get<RollupRecords>().FindAsync(RollupId.Parse(gone.Id), world.Token));
        Assert.Empty(await world.CandidateAsync(gone));
    }

    private static StateReader Reader(StateWorld world) => world.Host.Get<StateReader>();

    private static async Task<string> PublishedAsync(StateWorld world)
    {
        var (summary, page) = (await Reader(world).FindAsync(StateWorld.State, world.Token), await Reader(world).FindAsync(StateWorld.State, StateWorld.Chronic, s_state, world.Token));
        return JsonSerializer.Serialize(summary!.Value, PipelineJson.Default.StateSummary) + JsonSerializer.Serialize(page!.Value, PipelineJson.Default.MeasurePage);
    }

    private async Task<StateWorld> WorldAsync()
    {
        var world = new StateWorld(azurite.ConnectionString);
        await world.SetUpAsync();
        await world.PublishAsync("001", 1, world.Students("a", "A", 60));
        return world;
    }
}
