using ClosingGap.Domain.Suppression;
using ClosingGap.Pipeline.Ports;
using ClosingGap.Pipeline.Releases;
using ClosingGap.Pipeline.Snapshots;

namespace ClosingGap.Pipeline.Rollups;

/// <summary>Protects the table of a rollup against readers who also have the earlier releases, and writes it as a candidate.</summary>
public sealed class CandidateProtection(IBlobStore blobs, RollupPlans plans, EarlierReleases earlier)
{
    /// <summary>Makes the candidate for the releases up to that number. May run twice: the same rollup gives the same bytes.</summary>
    public async Task<CandidateIndex> RunAsync(RollupId id, int releases, CancellationToken cancellationToken)
    {
        var path = RollupPaths.Index(id, releases);
        if (await blobs.FindJsonAsync(RollupPaths.Container, path, PipelineJson.Default.CandidateIndex, cancellationToken) is { } known)
        {
            return known;
        }

        var plan = await plans.ReadAsync(id, cancellationToken);
        var table = await blobs.ReadJsonAsync(RollupPaths.Container, RollupPaths.Table(id), PipelineJson.Default.StateTable, cancellationToken);
        var measures = new List<MeasureTable>(plan.Measures.Count);
        foreach (var measure in plan.Measures)
        {
            var counts = await blobs.ReadJsonAsync(RollupPaths.Container, RollupPaths.Counts(id, measure.Id), PipelineJson.Default.MeasureCounts, cancellationToken);
            measures.Add(new MeasureTable(measure.Id, counts.ToCells()));
        }

        var rules = plan.Rules.Find() ?? throw new InvalidOperationException("rollup.unknown_rules: there is no rule set of the name that the state's calendar gives.");
        var before = await earlier.ReadAsync(id.State, releases, table, plan.Measures, cancellationToken);
        var result = MeasureProtection.Protect(table, measures, rules, plan.Rules.Together, before);
        var index = await WriteAsync(id, releases, plan, table, rules, result, cancellationToken);
        await blobs.WriteJsonAsync(RollupPaths.Container, path, index, PipelineJson.Default.CandidateIndex, cancellationToken);
        return index;
    }

    private async Task<CandidateIndex> WriteAsync(
        RollupId id, int releases, RollupPlan plan, StateTable table, SuppressionRules rules, ProtectedMeasures result, CancellationToken cancellationToken)
    {
        var inputs = await blobs.ReadJsonAsync(RollupPaths.Container, RollupPaths.Inputs(id), PipelineJson.Default.ListRollupInput, cancellationToken);
        var written = new List<CandidateMeasure>(plan.Measures.Count);
        for (var i = 0; i < plan.Measures.Count; i++)
        {
            var measure = plan.Measures[i];
            var leftOut = inputs.Where(input => input.IsCounted && !input.Has(measure)).Select(input => input.District);
            var lines = new CandidateLines(table, result.Measures[i], rules, leftOut.ToHashSet(StringComparer.Ordinal));
            await using var content = new PulledStream(lines.PiecesAsync(), cancellationToken);
            await blobs.WriteAsync(RollupPaths.Container, RollupPaths.Measure(id, releases, measure.Id), content, "application/x-ndjson", cancellationToken);
            written.Add(new CandidateMeasure(measure.Id, measure.Title, measure.Version, measure.Definition, lines.Summary, lines.Offsets));
        }

        var percents = written.Aggregate(new ProtectionSummary(), static (sum, measure) => sum.Plus(measure.Protection));
        return new CandidateIndex(id.ToString(), plan.Date, releases, plan.Rules, result.Report with { Percents = percents }, written);
    }
}
