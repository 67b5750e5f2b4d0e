using ClosingGap.LocalRuntime.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace ClosingGap.LocalRuntime.Tests.Timers;

public sealed class TimerFunctionTests : IDisposable
{
    private const string Hourly = "0 0 * * * *";
    private readonly TemporaryFolder folder = new();
    private readonly WatchedTime time = new(new DateTimeOffset(2026, 3, 2, 10, 30, 0, TimeSpan.Zero));
    private readonly TimerRuns runs;

    public TimerFunctionTests() => runs = new TimerRuns(time);

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("0 0 * * * *")]
    [InlineData("0 * * * *")]
    public async Task Timer_HoursPass_RunsOnceEachHourOnTheHour(string schedule)
    {
        await using var host = await StartAsync(schedule);
        Assert.Empty(runs.All);

        await AdvanceUntilRunsAsync(1, TimeSpan.FromMinutes(30));
        await AdvanceUntilRunsAsync(2, TimeSpan.FromMinutes(60));

        Assert.Equal([Utc(11, 0), Utc(12, 0)], runs.All.Select(run => run.At));
        Assert.All(runs.All, run => Assert.False(run.Info.IsPastDue));
        Assert.Equal(Utc(11, 0).UtcDateTime, runs.All[1].Info.ScheduleStatus!.Last);
        Assert.Equal(Utc(12, 0).UtcDateTime, runs.All[1].Info.ScheduleStatus!.Next);
        Assert.Equal(DateTimeKind.Utc, runs.All[1].Info.ScheduleStatus!.Next.Kind);
    }

    [Fact]
    public async Task Timer_SeveralRunsMissedWhileDown_CaughtUpOnceAsPastDue()
    {
        await using (await StartAsync(Hourly))
        {
            await AdvanceUntilRunsAsync(1, TimeSpan.FromMinutes(30));
        }

        time.Advance(TimeSpan.FromHours(5.5));
        await using var again = await StartAsync(Hourly);
        await RunsAsync(2);

        Assert.True(runs.All[1].Info.IsPastDue);
        Assert.Equal(Utc(11, 0).UtcDateTime, runs.All[1].Info.ScheduleStatus!.Last);
        Assert.Equal(Utc(12, 0).UtcDateTime, runs.All[1].Info.ScheduleStatus!.Next);

        await AdvanceUntilRunsAsync(3, TimeSpan.FromMinutes(30));
        Assert.Equal(Utc(17, 0), runs.All[2].At);
        Assert.False(runs.All[2].Info.IsPastDue);
    }

    [Fact]
    public async Task Timer_RestartedBeforeNextOccurrence_DoesNotRunEarly()
    {
        await using (await StartAsync(Hourly))
        {
            await AdvanceUntilRunsAsync(1, TimeSpan.FromMinutes(30));
        }

        await using var again = await StartAsync(Hourly);
        await AdvanceUntilRunsAsync(2, TimeSpan.FromMinutes(60));

        Assert.Equal(Utc(12, 0), runs.All[1].At);
    }

    [Fact]
    public async Task Timer_ScheduleChangedWhileDown_OldScheduleIsNotCaughtUp()
    {
        await using (await StartAsync(Hourly))
        {
            await AdvanceUntilRunsAsync(1, TimeSpan.FromMinutes(30));
        }

        time.Advance(TimeSpan.FromHours(3));
        await using var again = await StartAsync("0 15 * * * *");
        await AdvanceUntilRunsAsync(2, TimeSpan.FromMinutes(15));

        Assert.False(runs.All[1].Info.IsPastDue);
        Assert.Equal(Utc(14, 15), runs.All[1].At);
    }

    [Fact]
    public async Task Timer_MoreOftenThanEveryMinute_KeepsNoStateAndCatchesNothingUp()
    {
        await using (await StartAsync("*/10 * * * * *"))
        {
            await AdvanceUntilRunsAsync(1, TimeSpan.FromSeconds(10));
            Assert.Null(runs.All[0].Info.ScheduleStatus);
        }

        time.Advance(TimeSpan.FromMinutes(5));
        await using var again = await StartAsync("*/10 * * * * *");
        await AdvanceUntilRunsAsync(2, TimeSpan.FromSeconds(10));

        Assert.False(runs.All[1].Info.IsPastDue);
    }

    [Fact]
    public async Task Timer_RunOutlastsOccurrences_NeverTwiceAtOnceAndGoesOnAfter()
    {
        var gate = new TaskCompletionSource();
        runs.Gate = () => gate.Task;
        await using var host = await StartAsync(Hourly);
        await AdvanceUntilRunsAsync(1, TimeSpan.FromMinutes(30));
        time.Advance(TimeSpan.FromHours(3));
        gate.SetResult();

        await AdvanceUntilRunsAsync(2, TimeSpan.FromHours(1));

        Assert.Equal(1, runs.MostAtOnce);
        Assert.Equal(Utc(15, 0), runs.All[1].At);
    }

    [Fact]
    public async Task Timer_RunFails_NextOccurrenceStillRuns()
    {
        runs.Gate = () => throw new InvalidOperationException("no");
        await using var host = await StartAsync(Hourly);

        await AdvanceUntilRunsAsync(1, TimeSpan.FromMinutes(30));
        await AdvanceUntilRunsAsync(2, TimeSpan.FromMinutes(60));

        Assert.Equal(Utc(12, 0), runs.All[1].At);
    }

    [Fact]
    public async Task Shutdown_RunThatHeedsNothing_IsLeftAfterTheLimitAndCaughtUpAtNextStart()
    {
        runs.Gate = () => Task.Delay(Timeout.InfiniteTimeSpan);
        var host = await StartAsync(Hourly, "LocalRuntime:ShutdownTimeout=00:00:00.2");
        await AdvanceUntilRunsAsync(1, TimeSpan.FromMinutes(30));

        await host.StopAsync().ContinueWith(_ => { }, TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        runs.Gate = () => Task.CompletedTask;
        await using var again = await StartAsync(Hourly);
        await RunsAsync(2);

        Assert.True(runs.All[1].Info.IsPastDue);
    }

    private static DateTimeOffset Utc(int hour, int minute) => new(2026, 3, 2, hour, minute, 0, TimeSpan.Zero);

    private Task<TestHost> StartAsync(string schedule, params string[] settings) => TestHost.StartAsync(
        folder,
        [typeof(TimerSampleFunctions)],
        builder => builder.Services.AddSingleton<TimeProvider>(time).AddSingleton(runs),
        [$"NightlySchedule={schedule}", .. settings]);

    /// <summary>Moves the clock once the loop waits on it again (it saves its state after a run), until the run is seen.</summary>
    private async Task AdvanceUntilRunsAsync(int count, TimeSpan by)
    {
        await Eventually.IsTrueAsync(() => time.HasWaiter, "the timer waits");
        time.Advance(by);
        await RunsAsync(count);
    }

    private Task RunsAsync(int count) => Eventually.IsTrueAsync(() => runs.All.Count == count, $"run {count}");
}
