using ClosingGap.Pipeline.Rollups;

namespace ClosingGap.Pipeline.Tests.Rollups;

/// <summary>Keeps what it was asked to start; as the engine, it starts nothing twice.</summary>
internal sealed class RecordingRollupStarter : IRollupStarter
{
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    /// <summary>Orchestrations that have ended, by rollup or as state-number.</summary>
    public HashSet<string> Ended { get; } = new(StringComparer.Ordinal);

    public Queue<RollupId> Rollups { get; } = [];

    public Queue<(string State, int Number)> Releases { get; } = [];

    public Task StartRollupAsync(RollupId id, CancellationToken cancellationToken)
    {
        if (_known.Add(id.ToString()))
        {
            Rollups.Enqueue(id);
        }

        return Task.CompletedTask;
    }

    public Task StartReleaseAsync(string state, int number, CancellationToken cancellationToken)
    {
        if (_known.Add(FormattableString.Invariant($"{state}-{number}")))
        {
            Releases.Enqueue((state, number));
        }

        return Task.CompletedTask;
    }

    public Task<bool> HasRollupEndedAsync(RollupId id, CancellationToken cancellationToken) => Task.FromResult(Ended.Contains(id.ToString()));

    public Task<bool> HasReleaseEndedAsync(string state, int number, CancellationToken cancellationToken) =>
        Task.FromResult(Ended.Contains(FormattableString.Invariant($"{state}-{number}")));
}
