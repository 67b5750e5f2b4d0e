using ClosingGap.Pipeline.Drops;

namespace ClosingGap.Pipeline.Sweeping;

/// <summary>
/// Puts right what events and deaths leave behind: blobs that no event announced, drops without a living orchestration, lanes of dead
/// holders, held drops that nobody decided. Everything it does may be done twice.
/// </summary>
public sealed class Sweep(UnannouncedDrops unannounced, OpenDrops open, DistrictLanes lanes)
{
    /// <summary>Sweeps once.</summary>
    public async Task<SweepResult> RunAsync(IDropStarter starter, CancellationToken cancellationToken)
    {
        var received = await unannounced.ReceiveAsync(starter, cancellationToken);
        var result = await open.RepairAsync(starter, cancellationToken);
        var repaired = await lanes.RepairAsync(starter, cancellationToken);
        return result with { Received = received, Repaired = result.Repaired + repaired };
    }
}
