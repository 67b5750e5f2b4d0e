using System.Globalization;
using ClosingGap.Domain.Milestones;
using ClosingGap.Domain.Suppression;
using ClosingGap.Ingest.Profiles;
using ClosingGap.Pipeline.Contributing;
using ClosingGap.Pipeline.Districts;
using ClosingGap.Pipeline.Documents;
using ClosingGap.Pipeline.Drops;
using ClosingGap.Pipeline.Ports;
using ClosingGap.Pipeline.Publishing;
using ClosingGap.Pipeline.Releases;
using ClosingGap.Pipeline.Rollups;
using ClosingGap.Pipeline.Snapshots;
using ClosingGap.Pipeline.Tests.Running;

namespace ClosingGap.Pipeline.Tests.Rollups;

/// <summary>
/// A state whose districts contribute what a test says, and the steps of rollups and releases in the order of their orchestrations. The
/// state's only milestone is chronic absence, so that it has four measures.
/// </summary>
internal sealed class StateWorld : IAsyncDisposable
{
    public const string State = "TX";
    public const string Chronic = "milestone.chronic-absence";
    public static readonly DateOnly AsOf = new(2026, 11, 22);
    private static readonly DateOnly s_begin = new(2026, 8, 17);
    private readonly bool _isGuest;

    public StateWorld(string storage) => Host = new PipelineHost(storage);

    /// <summary>The state of districts that another test drops for; the host stays that test's.</summary>
    public StateWorld(PipelineHost host, RecordingRollupStarter starter) => (Host, Starter, _isGuest) = (host, starter, true);

    public PipelineHost Host { get; }

    public RecordingRollupStarter Starter { get; } = new();

    /// <summary>Every step is done twice, as an engine may that does each at least once.</summary>
    public bool Twice { get; set; }

    /// <summary>Called before each step with its name; what it throws is a death at that place.</summary>
    public Action<string>? Before { get; set; }

    public CancellationToken Token => Host.Token;

    public static DistrictId District(string localId) => DistrictId.Parse($"{State}-{localId}");

    public Task SetUpAsync() => Host.Get<StateMilestones>().SaveAsync(State, "use: [chronic-absence]", Token);

    public async Task RegisterAsync(string localId) => await Host.Get<DistrictRegistry>().SaveAsync(
        new DistrictRegistration($"{State}-{localId}", "District " + localId, null, "America/Chicago", null, [new SourceRegistration("sis", "lenient")], [], 0), Token);

    /// <summary>A student's line. <paramref name="met"/>: not chronically absent.</summary>
    public ContributionLine Student(string stateId, string school, bool met = true, DateOnly? begin = null, DateOnly? end = null, params string[] groups) => new(
        Host.Get<StateStudentKeys>().OfStateId(State, stateId), school, begin ?? s_begin, end, groups.Length == 0 ? ["grade:09", "sex:female"] : groups, met ? "1000" : "0100");

    /// <summary>Students of a school, by number; every fifth is chronically absent.</summary>
    public IEnumerable<ContributionLine> Students(string prefix, string school, int count) => Enumerable.Range(0, count).Select(number => Student(
        string.Create(CultureInfo.InvariantCulture, $"{prefix}{number}"), school, number % 5 != 0, null, null,
        number % 2 == 0 ? "grade:09" : "grade:10", number % 3 == 0 ? "sex:female" : "sex:male"));

    /// <summary>Registers a district and publishes a version with these lines.</summary>
    public async Task PublishAsync(string localId, long version, IEnumerable<ContributionLine> lines, DateOnly? asOf = null, bool isDeduplicated = true,
        Func<ContributionMeasure, ContributionMeasure>? define = null)
    {
        await RegisterAsync(localId);
        var district = District(localId);
        var sorted = lines.OrderBy(line => line.Key, StringComparer.Ordinal).ToList();
        var measures = StateMeasures.Of(new MilestoneSet(DefaultMilestones.Set.Definitions.Where(definition => definition.Id == "chronic-absence")).InForceOn(AsOf));
        var index = new ContributionIndex(
            district.ToString(), version, asOf ?? AsOf, 2027, isDeduplicated, sorted.Count, 0, [.. measures.Select(measure => define?.Invoke(measure) ?? measure)],
            new SortedDictionary<string, string>(sorted.Select(line => line.School).Distinct().ToDictionary(school => school, school => "School " + school), StringComparer.Ordinal));
        var blobs = Host.Get<IBlobStore>();
        await blobs.WriteLinesAsync(CuratedPaths.Container, ContributionPaths.Lines(district, version), sorted.ToAsyncEnumerable(), PipelineJson.Default.ContributionLine, Token);
        await blobs.WriteJsonAsync(CuratedPaths.Container, ContributionPaths.Index(district, version), index, PipelineJson.Default.ContributionIndex, Token);
        await Host.Get<IDocumentStore>().UpsertAsync(
            DocumentKeys.Published(district),
            new PublishedVersion(version, [], "drop", index.AsOf, 2027, Host.Time.GetUtcNow(), 1),
            PipelineJson.Default.PublishedVersion,
            Token);
    }

    /// <summary>Notes down a drop of a district, newer than all before.</summary>
    public async Task DropEndedAsync(string localId, DropState state)
    {
        Host.Time.Advance(TimeSpan.FromMinutes(1));
        var (district, now) = ($"{State}-{localId}", Host.Time.GetUtcNow());
        await Host.Get<IDocumentStore>().UpsertAsync(
            DocumentKeys.DropByTime(district, now, "d" + now.Ticks), new DropReference("d" + now.Ticks, district, "sis", state, now, now, null), PipelineJson.Default.DropReference, Token);
    }

    /// <summary>Asks for a rollup and runs it to its end.</summary>
    public async Task<Rollup> RollupAsync()
    {
        var rollup = await Host.Get<RollupRequests>().RequestAsync(State, "test", Starter, Token);
        Assert.NotNull(rollup);
        await RunStartedAsync();
        return await FindAsync(rollup.Id);
    }

    public async Task<Rollup> FindAsync(string id) => await Host.Get<RollupRecords>().RequireAsync(RollupId.Parse(id), Token);

    /// <summary>Runs what was started.</summary>
    public async Task RunStartedAsync()
    {
        while (Starter.Rollups.TryDequeue(out var id))
        {
            await RunAsync(id);
        }

        while (Starter.Releases.TryDequeue(out var release))
        {
            var publication = Host.Get<ReleasePublication>();
            CandidateRun run = new("", 0, 0);
            await StepAsync("prepareRelease", async () => run = await publication.PrepareAsync(release.State, release.Number, Token));
            await ProtectAsync(run);
            await StepAsync("accept", () => publication.AcceptAsync(release.State, release.Number, run.Releases, Token));
            await StepAsync("write", () => publication.WriteAsync(release.State, release.Number, Token));
            await StepAsync("switch", () => publication.SwitchAsync(release.State, release.Number, Token));
        }
    }

    public async Task RunAsync(RollupId id)
    {
        var (counting, search) = (Host.Get<DistrictCounting>(), Host.Get<DuplicateSearch>());
        await StepAsync("prepare", () => Host.Get<RollupPlans>().PrepareAsync(id, Token));
        var (districts, after, page) = (0, "", 0);
        do
        {
            RollupPage list = new(0, "");
            await StepAsync("list", async () => list = await Host.Get<RollupInputs>().ListAsync(id, page, after, Token));
            for (var ordinal = districts; ordinal < districts + list.Count; ordinal++)
            {
                var number = ordinal;
                await StepAsync("count", () => counting.CountAsync(id, number, districts + list.Count, Token));
            }

            (districts, after, page) = (districts + list.Count, list.Next, page + 1);
        }
        while (after.Length > 0);

        var (files, pass, found) = (districts, 0, 0);
        for (; DuplicateSearch.GroupsOf(files) > 1; pass++)
        {
            for (var group = 0; group < DuplicateSearch.GroupsOf(files); group++)
            {
                var number = group;
                await StepAsync("merge", () => search.MergeAsync(id, pass, number, files, Token));
            }

            files = DuplicateSearch.GroupsOf(files);
        }

        await StepAsync("find", async () => found = await search.FindAsync(id, pass, files, Token));
        for (var number = 0; number < found; number++)
        {
            var place = number;
            await StepAsync("takeBack", () => counting.TakeBackAsync(id, place, Token));
        }

        var completion = Host.Get<RollupCompletion>();
        CandidateRun run = new("", 0, 0);
        await StepAsync("build", async () => run = await completion.BuildAsync(id, districts, Token));
        await ProtectAsync(run);
        await StepAsync("complete", () => completion.CompleteAsync(id, run.Releases, Token));
    }

    /// <summary>Protects what there is to protect of a candidate.</summary>
    public async Task ProtectAsync(CandidateRun run)
    {
        for (var number = 0; number < run.Populations; number++)
        {
            var piece = run.Piece(number);
            await StepAsync("protect", () => Host.Get<CandidateProtection>().RunAsync(piece, Token));
        }
    }

    /// <summary>Releases a rollup as a correction.</summary>
    public async Task CorrectAsync(string rollup, string reason = "why")
    {
        var result = await Host.Get<ReleaseRequests>().CorrectAsync(RollupId.Parse(rollup), reason, "test", Starter, Token);
        Assert.Equal(ReleaseOutcome.Begun, result.Outcome);
        await RunStartedAsync();
    }

    /// <summary>Begins what the calendar asks for; returns how many.</summary>
    public async Task<int> DueAsync()
    {
        var begun = await Host.Get<ReleaseRequests>().RunDueAsync(Starter, Token);
        await RunStartedAsync();
        return begun;
    }

    /// <summary>The true counts of a cell.</summary>
    public async Task<CountCell> CountAsync(Rollup rollup, string? localId = null, string? school = null, string group = StateTable.All, string measure = Chronic)
    {
        var id = RollupId.Parse(rollup.Id);
        var blobs = Host.Get<IBlobStore>();
        var table = await blobs.ReadJsonAsync(RollupPaths.Container, RollupPaths.Table(id), PipelineJson.Default.StateTable, Token);
        var counts = await blobs.ReadJsonAsync(RollupPaths.Container, RollupPaths.Counts(id, measure), PipelineJson.Default.MeasureCounts, Token);
        var organisation = table.Organisations.ToList().FindIndex(one => one.District == (localId is null ? null : $"{State}-{localId}") && one.School == school);
        return counts.ToCells()[table.Cell(organisation, table.Groups.ToList().IndexOf(group))];
    }

    /// <summary>All files of a candidate, by path.</summary>
    public async Task<SortedDictionary<string, string>> CandidateAsync(Rollup rollup, int releases = 0)
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var prefix = RollupPaths.Candidate(RollupId.Parse(rollup.Id), releases);
        var paths = new List<string>();
        await foreach (var blob in Host.Get<IBlobStore>().ListAsync(RollupPaths.Container, prefix, Token))
        {
            paths.Add(blob.Path);
        }

        foreach (var path in paths)
        {
            files[path[prefix.Length..]] = await Host.TextAsync(RollupPaths.Container, path);
        }

        return files;
    }

    public ValueTask DisposeAsync() => _isGuest ? ValueTask.CompletedTask : Host.DisposeAsync();

    private async Task StepAsync(string name, Func<Task> step)
    {
        Before?.Invoke(name);
        await step();
        if (Twice)
        {
            await step();
        }
    }
}
