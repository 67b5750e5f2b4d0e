using ClosingGap.Pipeline.Districts;
using ClosingGap.Pipeline.Documents;
using ClosingGap.Pipeline.Drops;
using ClosingGap.Pipeline.Ports;

namespace ClosingGap.Pipeline.Lanes;

/// <summary>Stores lanes; every change is a replace of the version that was read.</summary>
public sealed class LaneStore(IDocumentStore documents)
{
    /// <summary>Reads a lane; one that was never written is empty.</summary>
    public async Task<Stored<Lane>?> FindAsync(DistrictId district, CancellationToken cancellationToken) =>
        await documents.GetAsync(DocumentKeys.Lane(district), PipelineJson.Default.Lane, cancellationToken);

    /// <summary>Changes the lane by a pure rule, again and again until no other change came between.</summary>
    public async Task<LaneStep> ChangeAsync(DistrictId district, Func<Lane, LaneStep> rule, CancellationToken cancellationToken)
    {
        var key = DocumentKeys.Lane(district);
        while (true)
        {
            var stored = await FindAsync(district, cancellationToken);
            var step = rule(stored?.Value ?? new Lane());
            if (stored is not null && ReferenceEquals(step.Lane, stored.Value))
            {
                return step;
            }

            var result = stored is null
                ? await documents.CreateAsync(key, step.Lane, PipelineJson.Default.Lane, cancellationToken)
                : await documents.ReplaceAsync(key, step.Lane, stored.ETag, PipelineJson.Default.Lane, cancellationToken);
            if (result.IsWritten)
            {
                return step;
            }
        }
    }

    /// <summary>The lane, when the attempt still holds it.</summary>
    /// <exception cref="LaneLostException">It does not.</exception>
    public async Task<Stored<Lane>> RequireAsync(DistrictId district, DropRun run, CancellationToken cancellationToken)
    {
        var stored = await FindAsync(district, cancellationToken);
        return stored is not null && stored.Value.IsHeldBy(run.DropId, run.Attempt, run.Epoch) ? stored : throw new LaneLostException();
    }

    /// <summary>The version that this attempt makes; the same one however often it asks.</summary>
    public async Task<long> RequireVersionAsync(DistrictId district, DropRun run, CancellationToken cancellationToken)
    {
        var key = DocumentKeys.Lane(district);
        while (true)
        {
            var stored = await RequireAsync(district, run, cancellationToken);
            var lane = stored.Value;
            if (lane.Holder!.Version is { } given)
            {
                return given;
            }

            var version = lane.LastVersion + 1;
            var changed = lane with { LastVersion = version, Holder = lane.Holder with { Version = version } };
            var result = await documents.ReplaceAsync(key, changed, stored.ETag, PipelineJson.Default.Lane, cancellationToken);
            if (result.IsWritten)
            {
                return version;
            }
        }
    }
}
