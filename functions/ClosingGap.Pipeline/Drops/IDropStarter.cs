namespace ClosingGap.Pipeline.Drops;

/// <summary>Port to the engine that runs the orchestration of a drop.</summary>
public interface IDropStarter
{
    /// <summary>Starts the orchestration of an attempt; nothing happens when it was started already.</summary>
    Task StartAsync(string dropId, int attempt, CancellationToken cancellationToken);

    /// <summary>True while the orchestration of an attempt is pending, running or suspended.</summary>
    Task<bool> IsAliveAsync(string dropId, int attempt, CancellationToken cancellationToken);
}
