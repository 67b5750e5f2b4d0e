using ClosingGap.Ingest.Snapshot;
using ClosingGap.Pipeline.Computing;
using ClosingGap.Pipeline.Districts;
using ClosingGap.Pipeline.Ports;
using ClosingGap.Pipeline.Snapshots;

namespace ClosingGap.Pipeline.Evaluating;

/// <summary>Fixes what the shards of a check share.</summary>
public sealed class EvaluationPreparation(IBlobStore blobs, SnapshotStore snapshots, DistrictRegistry registry, ComputeContextBuilder builder, Evaluations evaluations)
{
    /// <summary>Prepares a check. May run twice.</summary>
    public async Task<EvaluationSplit> RunAsync(EvaluationRun run, CancellationToken cancellationToken)
    {
        var district = DistrictId.Parse(run.District);
        var evaluation = await evaluations.RequireAsync(district, run.EvaluationId, cancellationToken);
        if (evaluation.State != EvaluationState.Running)
        {
            return new EvaluationSplit(0);
        }

        var manifest = await ManifestAsync(evaluation.Version);
        var path = EvaluationPaths.Plan(district, evaluation.Id);
        if (await blobs.FindAsync(CuratedPaths.Container, path, cancellationToken) is null)
        {
            var registration = await registry.FindAsync(district, cancellationToken)
                ?? throw new InvalidOperationException("The district was removed while a check of its rules was under way.");
            var before = await builder.BuildAsync(district, registration, manifest, false, cancellationToken);
            var after = evaluation.OutcomeVersion == evaluation.Version
                ? before
                : await builder.BuildAsync(district, registration, await ManifestAsync(evaluation.OutcomeVersion), false, cancellationToken);
            var asOf = evaluation.AsOf ?? Chosen(before);
            if (Fault(asOf, before, after) is var (code, reason))
            {
                await evaluations.EndAsync(
                    district, evaluation.Id, e => e with { State = EvaluationState.Failed, ReasonCode = code, Reason = reason }, cancellationToken);
                return new EvaluationSplit(0);
            }

            await blobs.WriteJsonAsync(CuratedPaths.Container, path, new EvaluationPlan(asOf, before, after), PipelineJson.Default.EvaluationPlan, cancellationToken);
        }

        return new EvaluationSplit(manifest.ShardCount);

        Task<SnapshotManifest> ManifestAsync(long version) =>
            snapshots.ReadManifestAsync(SnapshotPaths.Version(district.State, district.LocalId, version), cancellationToken);
    }

    /// <summary>The end of the last month in the first half of the school year: late enough for marks, early enough to help.</summary>
    private static DateOnly Chosen(ComputeContext context)
    {
        var middle = context.FirstDay.AddDays((context.LastDay.DayNumber - context.FirstDay.DayNumber) / 2);
        var end = new DateOnly(middle.Year, middle.Month, 1).AddDays(-1);
        return end < context.FirstDay ? middle : end;
    }

    private static (string Code, string Reason)? Fault(DateOnly asOf, ComputeContext before, ComputeContext after) =>
        asOf < before.FirstDay || asOf > before.LastDay || asOf > before.AsOf
            ? ("evaluation.as_of_outside_data", FormattableString.Invariant(
                $"The rules cannot look from {asOf:yyyy-MM-dd}: the data of that version are of {before.FirstDay:yyyy-MM-dd} to {Earlier(before.AsOf, before.LastDay):yyyy-MM-dd}. Give an asOf within, or another version."))
        : asOf >= after.AsOf
            ? ("evaluation.nothing_later", FormattableString.Invariant(
                $"Nothing is known of what came after {asOf:yyyy-MM-dd}: the outcomes' data end on {after.AsOf:yyyy-MM-dd}. Give an earlier asOf, or wait for later data."))
        : null;

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;
}
