using ClosingGap.Pipeline.Drops;
using ClosingGap.Pipeline.Webhooks;

namespace ClosingGap.Pipeline.Sweeping;

/// <summary>
/// Puts right what events and deaths leave behind: blobs that no event announced, drops without a living orchestration, lanes of dead
/// holders, held drops that nobody decided, receipts that no webhook took. Everything it does may be done twice.
/// </summary>
public sealed class Sweep(UnannouncedDrops unannounced, OpenDrops open, DistrictLanes lanes, WebhookDeliveries deliveries)
{
    /// <summary>Sweeps once.</summary>
    public async Task<SweepResult> RunAsync(IDropStarter starter, CancellationToken cancellationToken)
    {
        var received = await unannounced.ReceiveAsync(starter, cancellationToken);
        var result = await open.RepairAsync(starter, cancellationToken);
        var repaired = await lanes.RepairAsync(starter, cancellationToken);
        var delivered = await deliveries.SweepAsync(cancellationToken);
        return result with { Received = received, Repaired = result.Repaired + repaired, Delivered = delivered };
    }
}
