using Microsoft.Azure.Functions.Worker;

namespace ClosingGap.LocalRuntime.Tests.Timers;

/// <summary>Records the runs of a timer; a gate can hold or fail them.</summary>
public sealed class TimerRuns(TimeProvider time)
{
    private readonly List<(DateTimeOffset At, TimerInfo Info)> runs = [];
    private int concurrent;

    public Func<Task> Gate { get; set; } = () => Task.CompletedTask;

    public int MostAtOnce { get; private set; }

    public IReadOnlyList<(DateTimeOffset At, TimerInfo Info)> All
    {
        get
        {
            lock (runs)
            {
                return [.. runs];
            }
        }
    }

    public async Task RunAsync(TimerInfo info)
    {
        lock (runs)
        {
            runs.Add((time.GetUtcNow(), info));
            MostAtOnce = Math.Max(MostAtOnce, ++concurrent);
        }

        try
        {
            await Gate();
        }
        finally
        {
            lock (runs)
            {
                concurrent--;
            }
        }
    }
}
