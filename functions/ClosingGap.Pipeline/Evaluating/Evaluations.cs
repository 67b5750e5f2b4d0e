using System.Globalization;
using ClosingGap.Pipeline.Districts;
using ClosingGap.Pipeline.Documents;
using ClosingGap.Pipeline.Ports;
using ClosingGap.Pipeline.Publishing;
using ClosingGap.Pipeline.Snapshots;

namespace ClosingGap.Pipeline.Evaluating;

/// <summary>Asks for checks of a district's rules, and reads them.</summary>
public sealed class Evaluations(IDocumentStore documents, IBlobStore blobs, PublishedVersions published, TimeProvider clock)
{
    private const int MaxIdLength = 60;

    /// <summary>Notes down that a check is asked for; null when nothing is published, or not such versions.</summary>
    public async Task<Evaluation?> RequestAsync(DistrictId district, EvaluationRequest request, string by, CancellationToken cancellationToken)
    {
        if ((await published.FindAsync(district, cancellationToken))?.Value is not { } current)
        {
            return null;
        }

        var (version, outcomes) = (request.Version ?? current.Version, request.OutcomeVersion ?? current.Version);
        if (outcomes < version || !await IsThereAsync(version) || !await IsThereAsync(outcomes))
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var id = string.Create(CultureInfo.InvariantCulture, $"evaluation-{now:yyyyMMdd'T'HHmmssfffffff}-{Random.Shared.Next(0x10000):x4}");
        var evaluation = new Evaluation(id, district.ToString(), version, outcomes, EvaluationState.Running, by, now) { AsOf = request.AsOf };
        await documents.CreateAsync(DocumentKeys.Evaluation(district, id), evaluation, PipelineJson.Default.Evaluation, cancellationToken);
        return evaluation;

        async Task<bool> IsThereAsync(long number) =>
            current.Shows(number)
            && await blobs.FindAsync(CuratedPaths.Container, Ingest.Snapshot.SnapshotPaths.Version(district.State, district.LocalId, number), cancellationToken) is not null;
    }

    /// <summary>A check with its report, once it is done; null when there is none of that id.</summary>
    public async Task<Evaluation?> FindAsync(DistrictId district, string id, CancellationToken cancellationToken)
    {
        if (id.Length > MaxIdLength || await StoredAsync(district, id, cancellationToken) is not { Value: { } evaluation })
        {
            return null;
        }

        return evaluation.State != EvaluationState.Done
            ? evaluation
            : evaluation with
            {
                Report = await blobs.ReadJsonAsync(
                    CuratedPaths.Container, EvaluationPaths.Report(district, id), PipelineJson.Default.EvaluationReport, cancellationToken),
            };
    }

    /// <summary>The check that a run is about.</summary>
    internal async Task<Evaluation> RequireAsync(DistrictId district, string id, CancellationToken cancellationToken) =>
        (await StoredAsync(district, id, cancellationToken))?.Value ?? throw new InvalidOperationException("There is no such check of rules.");

    /// <summary>Ends a check that has not ended.</summary>
    internal async Task EndAsync(DistrictId district, string id, Func<Evaluation, Evaluation> ended, CancellationToken cancellationToken)
    {
        while (await StoredAsync(district, id, cancellationToken) is { Value.State: EvaluationState.Running } stored)
        {
            var changed = ended(stored.Value) with { EndedAt = clock.GetUtcNow() };
            if ((await documents.ReplaceAsync(DocumentKeys.Evaluation(district, id), changed, stored.ETag, PipelineJson.Default.Evaluation, cancellationToken)).IsWritten)
            {
                return;
            }
        }
    }

    private Task<Stored<Evaluation>?> StoredAsync(DistrictId district, string id, CancellationToken cancellationToken) =>
        documents.GetAsync(DocumentKeys.Evaluation(district, id), PipelineJson.Default.Evaluation, cancellationToken);
}
