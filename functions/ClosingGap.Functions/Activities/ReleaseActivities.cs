using ClosingGap.Functions.Orchestrations;
using ClosingGap.Pipeline.Releases;
using ClosingGap.Pipeline.Rollups;
using Microsoft.Azure.Functions.Worker;

namespace ClosingGap.Functions.Activities;

/// <summary>A candidate is published.</summary>
public sealed class ReleaseActivities(ReleasePublication publication)
{
    [Function(nameof(PrepareRelease))]
    public Task<CandidateRun> PrepareRelease([ActivityTrigger] ReleaseRun run, CancellationToken cancellationToken) =>
        publication.PrepareAsync(run.State, run.Number, cancellationToken);

    [Function(nameof(AcceptCandidate))]
    public Task AcceptCandidate([ActivityTrigger] ReleaseCandidate candidate, CancellationToken cancellationToken) =>
        publication.AcceptAsync(candidate.State, candidate.Number, candidate.ProtectedAgainst, cancellationToken);

    [Function(nameof(WriteDataSets))]
    public Task WriteDataSets([ActivityTrigger] ReleaseRun run, CancellationToken cancellationToken) =>
        publication.WriteAsync(run.State, run.Number, cancellationToken);

    [Function(nameof(SwitchRelease))]
    public Task SwitchRelease([ActivityTrigger] ReleaseRun run, CancellationToken cancellationToken) =>
        publication.SwitchAsync(run.State, run.Number, cancellationToken);

    [Function(nameof(FailRelease))]
    public Task FailRelease([ActivityTrigger] FailedRelease failed, CancellationToken cancellationToken) =>
        publication.FailAsync(failed.Run.State, failed.Run.Number, failed.ErrorType, cancellationToken);
}
