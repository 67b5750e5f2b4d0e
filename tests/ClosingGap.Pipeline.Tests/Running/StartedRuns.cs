using ClosingGap.Pipeline.Drops;

namespace ClosingGap.Pipeline.Tests.Running;

/// <summary>Keeps what was started, in order; nothing runs by itself.</summary>
internal sealed class StartedRuns : IDropStarter
{
    private readonly HashSet<string> _started = new(StringComparer.Ordinal);

    public Queue<DropRun> Waiting { get; } = new();

    public HashSet<string> Alive { get; } = new(StringComparer.Ordinal);

    public Task StartAsync(string dropId, int attempt, CancellationToken cancellationToken)
    {
        if (_started.Add(DropIds.Instance(dropId, attempt)))
        {
            Alive.Add(DropIds.Instance(dropId, attempt));
            Waiting.Enqueue(new DropRun(dropId, attempt));
        }

        return Task.CompletedTask;
    }

    public Task<bool> IsAliveAsync(string dropId, int attempt, CancellationToken cancellationToken) =>
        Task.FromResult(Alive.Contains(DropIds.Instance(dropId, attempt)));
}
