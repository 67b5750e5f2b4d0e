namespace ClosingGap.Pipeline.Rollups;

/// <summary>Port to the engine that runs rollups and releases.</summary>
public interface IRollupStarter
{
    /// <summary>Starts the orchestration of a rollup; nothing happens when it was started already.</summary>
    Task StartRollupAsync(RollupId id, CancellationToken cancellationToken);

    /// <summary>Starts the orchestration of a release; nothing happens when it was started already.</summary>
    Task StartReleaseAsync(string state, int number, CancellationToken cancellationToken);

    /// <summary>True when the orchestration of a rollup was started and has ended, however; false also when it was never started.</summary>
    Task<bool> HasRollupEndedAsync(RollupId id, CancellationToken cancellationToken);

    /// <summary>True when the orchestration of a release was started and has ended, however; false also when it was never started.</summary>
    Task<bool> HasReleaseEndedAsync(string state, int number, CancellationToken cancellationToken);
}
