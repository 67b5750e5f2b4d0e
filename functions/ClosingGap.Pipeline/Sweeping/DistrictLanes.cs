using ClosingGap.Pipeline.Districts;
using ClosingGap.Pipeline.Documents;
using ClosingGap.Pipeline.Drops;
using ClosingGap.Pipeline.Lanes;
using ClosingGap.Pipeline.Ports;

namespace ClosingGap.Pipeline.Sweeping;

/// <summary>
/// Looks at the lane of every district: one whose holder has ended is freed, one that waits for a drop that was put aside is told so, and
/// a free one with a queue goes on. A run that died between its record and its lane leaves no other trace than this.
/// </summary>
public sealed class DistrictLanes(IDocumentStore documents, DropRecords records, DropTurn turn, LaneStore lanes)
{
    private const int PageSize = 200;

    /// <summary>Repairs once; the number of lanes put right.</summary>
    public async Task<int> RepairAsync(IDropStarter starter, CancellationToken cancellationToken)
    {
        var repaired = 0;
        string? after = null;
        do
        {
            var page = await documents.ListAsync(DocumentKeys.Districts, "", after, PageSize, cancellationToken);
            var districts = page.Documents.Select(document => DistrictId.Parse(JsonDocuments.Read(document.Body, PipelineJson.Default.RegisteredDistrict).District)).ToList();
            var found = await documents.GetManyAsync([.. districts.Select(DocumentKeys.Lane)], cancellationToken);
            for (var i = 0; i < districts.Count; i++)
            {
                if (found[i] is { } document)
                {
                    repaired += await RepairAsync(districts[i], JsonDocuments.Read(document.Body, PipelineJson.Default.Lane), starter, cancellationToken);
                }
            }

            after = page.NextAfter;
        }
        while (after is not null);

        return repaired;
    }

    private async Task<int> RepairAsync(DistrictId district, Lane lane, IDropStarter starter, CancellationToken cancellationToken)
    {
        var repaired = await ForgetHeldAsync(district, lane, cancellationToken);
        if (lane.Holder is not { } holder)
        {
            if (lane.Queue.Count > 0)
            {
                await turn.AdvanceAsync(district, starter, cancellationToken);
            }

            return repaired;
        }

        return await turn.FreeAsync(district, holder, starter, cancellationToken) ? repaired + 1 : repaired;
    }

    /// <summary>A held drop that was put aside, and of which the lane was not told so, keeps nobody back.</summary>
    private async Task<int> ForgetHeldAsync(DistrictId district, Lane lane, CancellationToken cancellationToken)
    {
        var repaired = 0;
        foreach (var (source, memory) in lane.Sources)
        {
            if (memory.Held is not { } held || (lane.Holder is { } holder && Lane.Same(holder.Entry, held.DropId))
                || ((await records.FindAsync(held.DropId, cancellationToken))?.Value is { } drop && !drop.State.IsFinal()))
            {
                continue;
            }

            await lanes.ChangeAsync(district, now => LaneRules.Discard(now, source, held.DropId), cancellationToken);
            repaired++;
        }

        return repaired;
    }
}
