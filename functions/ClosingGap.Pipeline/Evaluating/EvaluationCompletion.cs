using ClosingGap.Pipeline.Districts;
using ClosingGap.Pipeline.Ports;
using ClosingGap.Pipeline.Snapshots;

namespace ClosingGap.Pipeline.Evaluating;

/// <summary>Ends a check: merges its shards to the report, or says that it failed; then clears up.</summary>
public sealed class EvaluationCompletion(IBlobStore blobs, Evaluations evaluations)
{
    /// <summary>Merges the shards. May run twice.</summary>
    public async Task RunAsync(EvaluationRun run, int shardCount, CancellationToken cancellationToken)
    {
        var district = DistrictId.Parse(run.District);
        if ((await evaluations.RequireAsync(district, run.EvaluationId, cancellationToken)).State == EvaluationState.Running)
        {
            var report = await MergeAsync(district, run.EvaluationId, shardCount, cancellationToken);
            await blobs.WriteJsonAsync(
                CuratedPaths.Container, EvaluationPaths.Report(district, run.EvaluationId), report, PipelineJson.Default.EvaluationReport, cancellationToken);
            await evaluations.EndAsync(district, run.EvaluationId, e => e with { State = EvaluationState.Done, AsOf = report.AsOf }, cancellationToken);
        }

        await ClearAsync(district, run.EvaluationId, cancellationToken);
    }

    /// <summary>Notes down that the check failed. May run twice.</summary>
    /// <param name="run">The check.</param>
    /// <param name="errorType">The type of what failed; never its message, which may hold anything.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task FailAsync(EvaluationRun run, string errorType, CancellationToken cancellationToken)
    {
        var district = DistrictId.Parse(run.District);
        await evaluations.EndAsync(
            district,
            run.EvaluationId,
            e => e with { State = EvaluationState.Failed, ReasonCode = "evaluation.failed", Reason = $"The check could not be made ({errorType}). Ask for it again; if it fails again, rebuild the district." },
            cancellationToken);
        await ClearAsync(district, run.EvaluationId, cancellationToken);
    }

    private async Task<EvaluationReport> MergeAsync(DistrictId district, string id, int shardCount, CancellationToken cancellationToken)
    {
        var plan = await blobs.ReadJsonAsync(CuratedPaths.Container, EvaluationPaths.Plan(district, id), PipelineJson.Default.EvaluationPlan, cancellationToken);
        IReadOnlyList<OutcomeCounts>? merged = null;
        for (var shard = 0; shard < shardCount; shard++)
        {
            var next = await blobs.ReadJsonAsync(
                CuratedPaths.Container, EvaluationPaths.Shard(district, id, shard), PipelineJson.Default.EvaluationShard, cancellationToken);
            merged = merged is null ? next.Outcomes : [.. merged.Zip(next.Outcomes, static (one, two) => one.Merge(two))];
        }

        return new EvaluationReport(
            plan.AsOf, plan.Before.SchoolYear, plan.After.AsOf, plan.After.SchoolYear, plan.Before.Rules, [.. (merged ?? []).Select(ReportedOutcome.From)]);
    }

    private async Task ClearAsync(DistrictId district, string id, CancellationToken cancellationToken)
    {
        var paths = new List<string>();
        await foreach (var blob in blobs.ListAsync(CuratedPaths.Container, EvaluationPaths.Work(district, id), cancellationToken))
        {
            paths.Add(blob.Path);
        }

        foreach (var path in paths)
        {
            await blobs.DeleteAsync(CuratedPaths.Container, path, cancellationToken);
        }
    }
}
