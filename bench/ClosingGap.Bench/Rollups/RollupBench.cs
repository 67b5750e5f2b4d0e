using System.Diagnostics;
using System.Globalization;
using System.Text;
using ClosingGap.Pipeline;
using ClosingGap.Pipeline.Ports;
using ClosingGap.Pipeline.Releases;
using ClosingGap.Pipeline.Rollups;
using ClosingGap.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ClosingGap.Bench.Rollups;

/// <summary>A state's rollup, step by step in one process: how long, and with how much memory.</summary>
internal static class RollupBench
{
    public static async Task<string> RunAsync(int districts, int students, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("closinggap-rollup-").FullName;
        try
        {
            await using var services = Services(folder);
            await SimulatedState.WriteAsync(services, districts, students, cancellationToken);
            GC.Collect();
            return await MeasureAsync(services, districts, students, cancellationToken);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<string> MeasureAsync(ServiceProvider services, int districts, int students, CancellationToken cancellationToken)
    {
        var text = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"{districts:N0} districts of {students:N0} students\n\n| step | seconds | peak memory so far |\n|---|---:|---:|\n"));
        var starter = new NoStarter();
        var rollup = (await services.GetRequiredService<RollupRequests>().RequestAsync(SimulatedState.State, "bench", starter, cancellationToken))!;
        var id = RollupId.Parse(rollup.Id);
        var (inputs, counting, search) = (services.GetRequiredService<RollupInputs>(), services.GetRequiredService<DistrictCounting>(), services.GetRequiredService<DuplicateSearch>());
        await services.GetRequiredService<RollupPlans>().PrepareAsync(id, cancellationToken);
        await StepAsync("fix versions and count each district", async () =>
        {
            var (first, page, next) = (0, 0, "");
            do
            {
                var list = await inputs.ListAsync(id, page++, next, cancellationToken);
                await Parallel.ForAsync(first, first + list.Count, cancellationToken, async (ordinal, token) => await counting.CountAsync(id, ordinal, districts, token));
                (first, next) = (first + list.Count, list.Next);
            }
            while (next.Length > 0);
        });
        var found = 0;
        await StepAsync("merge keys and find students of several districts", async () =>
        {
            var (files, pass) = (districts, 0);
            for (; DuplicateSearch.GroupsOf(files) > 1; pass++)
            {
                var (count, number) = (files, pass);
                await Parallel.ForAsync(0, DuplicateSearch.GroupsOf(files), cancellationToken, async (group, token) => await search.MergeAsync(id, number, group, count, token));
                files = DuplicateSearch.GroupsOf(files);
            }

            found = await search.FindAsync(id, pass, files, cancellationToken);
        });
        await StepAsync(
            "take back what is counted twice",
            () => Parallel.ForAsync(0, found, cancellationToken, async (number, token) => await counting.TakeBackAsync(id, number, token)));
        var completion = services.GetRequiredService<RollupCompletion>();
        CandidateRun run = new("", 0, 0);
        await StepAsync("add up", async () => run = await completion.BuildAsync(id, districts, cancellationToken));
        for (var number = 0; number < run.Populations; number++)
        {
            var piece = run.Piece(number);
            await StepAsync(
                string.Create(CultureInfo.InvariantCulture, $"protect population {number + 1} of {run.Populations}"),
                () => services.GetRequiredService<CandidateProtection>().RunAsync(piece, cancellationToken));
        }

        await StepAsync("make the candidate", () => completion.CompleteAsync(id, run.Releases, cancellationToken));
        await services.GetRequiredService<ReleaseRequests>().CorrectAsync(id, "bench", "bench", starter, cancellationToken);
        var publication = services.GetRequiredService<ReleasePublication>();
        await StepAsync("release: files and switch", async () =>
        {
            var prepared = await publication.PrepareAsync(SimulatedState.State, 1, cancellationToken);
            await publication.AcceptAsync(SimulatedState.State, 1, prepared.Releases, cancellationToken);
            await publication.WriteAsync(SimulatedState.State, 1, cancellationToken);
            await publication.SwitchAsync(SimulatedState.State, 1, cancellationToken);
        });
        var ended = await services.GetRequiredService<RollupRecords>().RequireAsync(id, cancellationToken);
        text.Append(CultureInfo.InvariantCulture, $"\n{ended.Counts.Students:N0} students, {ended.Counts.InSeveralDistricts:N0} of several districts; {ended.Protection!.Cells:N0} cells in 4 measures: ");
        text.Append(CultureInfo.InvariantCulture, $"{ended.Protection.Primary:N0} primary, {ended.Protection.Complementary:N0} complementary, {ended.Protection.Verification:N0} after attacks, {ended.Protection.Withheld:N0} withheld, {ended.Protection.Rounds} rounds.\n");
        return text.ToString();

        async Task StepAsync(string name, Func<Task> step)
        {
            var clock = Stopwatch.StartNew();
            await step();
            using var process = Process.GetCurrentProcess();
            var line = string.Create(CultureInfo.InvariantCulture, $"| {name} | {clock.Elapsed.TotalSeconds:F1} | {process.PeakWorkingSet64 / (1024 * 1024):N0} MB |");
            await Console.Error.WriteLineAsync(line);
            text.AppendLine(line);
        }
    }

    private static ServiceProvider Services(string folder)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["AzureWebJobsStorage"] = "UseDevelopmentStorage=true",
            ["ClosingGap:Store:Sqlite:Path"] = Path.Combine(folder, "store.db"),
            ["ClosingGap:StudentKeySecret"] = Convert.ToBase64String(new byte[32]),
            ["ClosingGap:WebhookSecret"] = Convert.ToBase64String(new byte[32]),
            ["ClosingGap:Pipeline:TemporaryFolder"] = Path.Combine(folder, "work"),
        }).Build();
        return new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddSingleton<IBlobStore>(new WritableFolderBlobs(Path.Combine(folder, "blobs")))
            .AddClosingGapStorage(configuration)
            .AddClosingGapPipeline(configuration)
            .BuildServiceProvider();
    }

    private sealed class NoStarter : IRollupStarter
    {
        public Task StartRollupAsync(RollupId id, CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StartReleaseAsync(string state, int number, CancellationToken cancellationToken) => Task.CompletedTask;

        public Task<bool> HasRollupEndedAsync(RollupId id, CancellationToken cancellationToken) => Task.FromResult(false);

        public Task<bool> HasReleaseEndedAsync(string state, int number, CancellationToken cancellationToken) => Task.FromResult(false);
    }
}
