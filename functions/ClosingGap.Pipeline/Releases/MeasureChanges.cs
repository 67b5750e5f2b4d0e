using ClosingGap.Pipeline.Ports;
using ClosingGap.Pipeline.Rollups;
using ClosingGap.Pipeline.Snapshots;

namespace ClosingGap.Pipeline.Releases;

/// <summary>
/// Finds districts that count in a measure of a state's table and did not in a release, or the other way round, although both have them: a district that defines a
/// milestone otherwise is left out of it. One table less the other tells of such a district; protecting looks at what came and went as a whole.
/// </summary>
public sealed class MeasureChanges(IBlobStore blobs, RollupPlans plans, StateReleases releases)
{
    /// <summary>How many districts, each once for each such measure; 0 where there is no release.</summary>
    /// <param name="id">The rollup; its table is made.</param>
    /// <param name="release">The number of the release; 0: none.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<int> CountAsync(RollupId id, int release, CancellationToken cancellationToken)
    {
        if (release == 0)
        {
            return 0;
        }

        var released = await releases.FindAsync(id.State, release, cancellationToken)
            ?? throw new InvalidOperationException("release.unknown: there is no such release.");
        var old = RollupId.Parse(released.Rollup);
        if (old == id)
        {
            return 0;
        }

        var (planNow, planThen) = (await plans.ReadAsync(id, cancellationToken), await plans.ReadAsync(old, cancellationToken));
        var both = planNow.Measures.Select(measure => measure.Id).Intersect(planThen.Measures.Select(measure => measure.Id), StringComparer.Ordinal)
            .ToHashSet(StringComparer.Ordinal);
        var (partsNow, partsThen) = (await PartsAsync(id, planNow, both, cancellationToken), await PartsAsync(old, planThen, both, cancellationToken));
        var stayed = partsNow.Select(part => part.District).Intersect(partsThen.Select(part => part.District), StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
        partsNow.SymmetricExceptWith(partsThen);
        return partsNow.Count(part => stayed.Contains(part.District));
    }

    /// <summary>The districts that are counted, and for each the measures in which it is.</summary>
    private async Task<HashSet<(string District, string? Measure)>> PartsAsync(
        RollupId id, RollupPlan plan, HashSet<string> measures, CancellationToken cancellationToken)
    {
        var inputs = await blobs.ReadJsonAsync(RollupPaths.Container, RollupPaths.Inputs(id), PipelineJson.Default.ListRollupInput, cancellationToken);
        var parts = new HashSet<(string District, string? Measure)>();
        foreach (var input in inputs.Where(input => input.IsCounted))
        {
            parts.Add((input.District, null));
            foreach (var measure in plan.Measures.Where(measure => measures.Contains(measure.Id) && input.Has(measure)))
            {
                parts.Add((input.District, measure.Id));
            }
        }

        return parts;
    }
}
