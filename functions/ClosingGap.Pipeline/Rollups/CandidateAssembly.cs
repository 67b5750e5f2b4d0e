using ClosingGap.Pipeline.Ports;
using ClosingGap.Pipeline.Snapshots;

namespace ClosingGap.Pipeline.Rollups;

/// <summary>Says in which pieces a candidate is protected, and puts them together.</summary>
public sealed class CandidateAssembly(IBlobStore blobs, RollupPlans plans, MeasurePopulations populations)
{
    /// <summary>What there is to do to have the candidate for the releases up to that number; no population where it is there already.</summary>
    public async Task<CandidateRun> PlanAsync(RollupId id, int releases, CancellationToken cancellationToken)
    {
        var isThere = await blobs.FindAsync(RollupPaths.Container, RollupPaths.Index(id, releases), cancellationToken) is not null;
        var pieces = isThere ? 0 : (await populations.FixAsync(id, await plans.ReadAsync(id, cancellationToken), cancellationToken)).Count;
        return new CandidateRun(id.ToString(), releases, pieces);
    }

    /// <summary>Makes the candidate, once every population is protected. May run twice: the same rollup gives the same bytes.</summary>
    public async Task<CandidateIndex> RunAsync(RollupId id, int releases, CancellationToken cancellationToken)
    {
        var path = RollupPaths.Index(id, releases);
        if (await blobs.FindJsonAsync(RollupPaths.Container, path, PipelineJson.Default.CandidateIndex, cancellationToken) is { } known)
        {
            return known;
        }

        var plan = await plans.ReadAsync(id, cancellationToken);
        var report = new ProtectionReport();
        var measures = new Dictionary<string, CandidateMeasure>(StringComparer.Ordinal);
        var count = (await populations.FixAsync(id, plan, cancellationToken)).Count;
        for (var number = 0; number < count; number++)
        {
            var made = await blobs.ReadJsonAsync(
                RollupPaths.Container, RollupPaths.Population(id, releases, number), PipelineJson.Default.CandidatePopulation, cancellationToken);
            report = report.Plus(made.Report);
            foreach (var measure in made.Measures)
            {
                measures.Add(measure.Id, measure);
            }
        }

        var percents = measures.Values.Aggregate(new ProtectionSummary(), static (sum, measure) => sum.Plus(measure.Protection));
        var index = new CandidateIndex(
            id.ToString(), plan.Date, releases, plan.Rules, report with { Percents = percents }, [.. plan.Measures.Select(measure => measures[measure.Id])]);
        await blobs.WriteJsonAsync(RollupPaths.Container, path, index, PipelineJson.Default.CandidateIndex, cancellationToken);
        return index;
    }

    /// <summary>The cells of a candidate whose protection could not be shown, the first of each population.</summary>
    public async Task<IReadOnlyList<UnprovenCell>> UnprovenAsync(RollupId id, int releases, CancellationToken cancellationToken)
    {
        var cells = new List<UnprovenCell>();
        for (var number = 0;
            await blobs.FindJsonAsync(RollupPaths.Container, RollupPaths.Population(id, releases, number), PipelineJson.Default.CandidatePopulation, cancellationToken) is { } made;
            number++)
        {
            cells.AddRange(made.Unproven);
        }

        return cells;
    }
}
