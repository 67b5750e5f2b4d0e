using ClosingGap.Domain.Milestones;
using ClosingGap.Ingest.Profiles;
using ClosingGap.Pipeline.Contributing;
using ClosingGap.Pipeline.Districts;
using ClosingGap.Pipeline.Ports;
using ClosingGap.Pipeline.Releases;
using ClosingGap.Pipeline.Snapshots;
using Microsoft.Extensions.Options;

namespace ClosingGap.Pipeline.Rollups;

/// <summary>Fixes what the whole of a rollup shares.</summary>
public sealed class RollupPlans(IBlobStore blobs, StateMilestones milestones, ReleaseCalendars calendars, RollupRecords records, IOptions<RollupOptions> options)
{
    /// <summary>Fixes the plan. May run twice.</summary>
    public async Task PrepareAsync(RollupId id, CancellationToken cancellationToken)
    {
        var chosen = MilestoneChoice.None.Apply(DefaultMilestones.Set, await milestones.ChoiceAsync(id.State, cancellationToken));
        var calendar = await calendars.FindAsync(id.State, cancellationToken);
        var measures = StateMeasures.Of(chosen.InForceOn(id.Date));
        var plan = new RollupPlan(
            id.Date,
            options.Value.LateAfterDays,
            calendar?.Rules ?? ReleaseRules.Default,
            calendar?.Measures is { } wanted ? [.. measures.Where(measure => wanted.Contains(measure.Id, StringComparer.Ordinal))] : measures);
        var fixedPlan = await blobs.FixJsonAsync(RollupPaths.Container, RollupPaths.Plan(id), plan, PipelineJson.Default.RollupPlan, cancellationToken);
        await records.ChangeAsync(id, rollup => rollup with { Rules = fixedPlan.Rules }, cancellationToken);
    }

    /// <summary>The plan.</summary>
    public Task<RollupPlan> ReadAsync(RollupId id, CancellationToken cancellationToken) =>
        blobs.ReadJsonAsync(RollupPaths.Container, RollupPaths.Plan(id), PipelineJson.Default.RollupPlan, cancellationToken);
}
