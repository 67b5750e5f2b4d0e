using ClosingGap.Pipeline.Districts;
using ClosingGap.Pipeline.Documents;
using ClosingGap.Pipeline.Drops;
using ClosingGap.Pipeline.Lanes;
using ClosingGap.Pipeline.Ports;

namespace ClosingGap.Pipeline.Publishing;

/// <summary>Reads and switches the published pointer.</summary>
public sealed class PublishedVersions(IDocumentStore documents, LaneStore lanes)
{
    /// <summary>The pointer; null before the first publish.</summary>
    public Task<Stored<PublishedVersion>?> FindAsync(DistrictId district, CancellationToken cancellationToken) =>
        documents.GetAsync(DocumentKeys.Published(district), PipelineJson.Default.PublishedVersion, cancellationToken);

    /// <summary>
    /// Switches the pointer in one batch with a write of the lane document, so that an attempt that lost the lane switches nothing.
    /// </summary>
    /// <exception cref="LaneLostException">The attempt no longer holds the lane.</exception>
    public async Task SwitchAsync(DistrictId district, DropRun run, PublishedVersion version, CancellationToken cancellationToken)
    {
        while (true)
        {
            var lane = await lanes.RequireAsync(district, run, cancellationToken);
            var current = await FindAsync(district, cancellationToken);
            if (current is not null && current.Value.Version >= version.Version)
            {
                return;
            }

            var pointer = DocumentKeys.Published(district).Write(version, PipelineJson.Default.PublishedVersion);
            var guard = DocumentKeys.Lane(district).Write(lane.Value, PipelineJson.Default.Lane) with { IfMatch = lane.ETag };
            var result = await documents.ExecuteBatchAsync(
                pointer.Partition,
                [
                    new BatchOperation(BatchKind.Replace, guard),
                    current is null
                        ? new BatchOperation(BatchKind.Create, pointer)
                        : new BatchOperation(BatchKind.Replace, pointer with { IfMatch = current.ETag }),
                ],
                cancellationToken);
            if (result.IsWritten)
            {
                return;
            }
        }
    }
}
