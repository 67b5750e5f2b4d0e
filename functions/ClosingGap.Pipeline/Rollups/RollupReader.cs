using System.Globalization;
using ClosingGap.Pipeline.Ports;
using ClosingGap.Pipeline.Snapshots;

namespace ClosingGap.Pipeline.Rollups;

/// <summary>Reads rollups with their districts.</summary>
public sealed class RollupReader(IBlobStore blobs, RollupRecords records, CandidateAssembly assembly)
{
    private const int MaxPageSize = 1_000;

    /// <summary>A rollup with a page of its districts; null when there is none of that id.</summary>
    public async Task<RollupDetails?> FindAsync(RollupId id, string? after, int pageSize, CancellationToken cancellationToken)
    {
        if (await records.FindAsync(id, cancellationToken) is not { } rollup)
        {
            return null;
        }

        var inputs = await blobs.FindJsonAsync(RollupPaths.Container, RollupPaths.Inputs(id), PipelineJson.Default.ListRollupInput, cancellationToken) ?? [];
        var first = int.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? Math.Min(place, inputs.Count) : 0;
        var page = inputs.Skip(first).Take(Math.Clamp(pageSize, 1, MaxPageSize)).Select(RollupDistrict.Of).ToList();
        var next = first + page.Count;
        return new RollupDetails(rollup, page, next < inputs.Count ? next.ToString(CultureInfo.InvariantCulture) : null)
        {
            Unproven = rollup is { Protection.Unproven: > 0, ProtectedAgainst: { } releases } ? await assembly.UnprovenAsync(id, releases, cancellationToken) : [],
        };
    }
}
