using Microsoft.Extensions.Time.Testing;

namespace ClosingGap.LocalRuntime.Tests.Support;

/// <summary>A clock that stands still, and knows whether somebody waits on it: only then may a test move it.</summary>
internal sealed class WatchedTime(DateTimeOffset start) : FakeTimeProvider(start)
{
    private readonly List<WatchedTimer> timers = [];

    public bool HasWaiter
    {
        get
        {
            lock (timers)
            {
                return timers.Exists(timer => timer.Due > GetUtcNow());
            }
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new WatchedTimer(this, dueTime > TimeSpan.Zero ? GetUtcNow() + dueTime : GetUtcNow());
        timer.Inner = base.CreateTimer(callback, state, dueTime, period);
        lock (timers)
        {
            timers.Add(timer);
        }

        return timer;
    }

    private sealed class WatchedTimer(WatchedTime owner, DateTimeOffset due) : ITimer
    {
        public DateTimeOffset Due => due;

        public ITimer Inner { get; set; } = null!;

        public bool Change(TimeSpan dueTime, TimeSpan period) => Inner.Change(dueTime, period);

        public void Dispose()
        {
            lock (owner.timers)
            {
                owner.timers.Remove(this);
            }

            Inner.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
