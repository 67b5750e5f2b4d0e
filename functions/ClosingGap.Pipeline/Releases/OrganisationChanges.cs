using ClosingGap.Pipeline.Ports;
using ClosingGap.Pipeline.Rollups;
using ClosingGap.Pipeline.Snapshots;

namespace ClosingGap.Pipeline.Releases;

/// <summary>
/// Finds what came to a state's table, or went, since a release. One table less the other tells of it, whatever is suppressed in it, and
/// protecting against earlier releases looks at the cells that both have.
/// </summary>
public sealed class OrganisationChanges(IBlobStore blobs, RollupPlans plans, StateReleases releases)
{
    /// <summary>How many districts and schools, or districts of a measure, are in one of the rollup and the release alone; 0 where there is no release.</summary>
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
        var changed = await PartsAsync(id, planNow, both, cancellationToken);
        changed.SymmetricExceptWith(await PartsAsync(old, planThen, both, cancellationToken));
        return changed.Count;
    }

    private async Task<HashSet<(string District, string? School, string? Measure)>> PartsAsync(
        RollupId id, RollupPlan plan, HashSet<string> measures, CancellationToken cancellationToken)
    {
        var table = await blobs.ReadJsonAsync(RollupPaths.Container, RollupPaths.Table(id), PipelineJson.Default.StateTable, cancellationToken);
        var inputs = await blobs.ReadJsonAsync(RollupPaths.Container, RollupPaths.Inputs(id), PipelineJson.Default.ListRollupInput, cancellationToken);
        var parts = new HashSet<(string District, string? School, string? Measure)>();
        foreach (var organisation in table.Organisations)
        {
            if (organisation.District is { } district)
            {
                parts.Add((district, organisation.School, null));
            }
        }

        // A district that is left out of a measure, as it defines it otherwise, is not in the sums of that measure.
        foreach (var input in inputs.Where(input => input.IsCounted))
        {
            foreach (var measure in plan.Measures.Where(measure => measures.Contains(measure.Id) && input.Measures.Any(given => DistrictTally.IsSame(given, measure))))
            {
                parts.Add((input.District, null, measure.Id));
            }
        }

        return parts;
    }
}
