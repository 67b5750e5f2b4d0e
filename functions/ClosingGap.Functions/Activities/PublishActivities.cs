using ClosingGap.Functions.Orchestrations;
using ClosingGap.Pipeline.Drops;
using ClosingGap.Pipeline.Publishing;
using Microsoft.Azure.Functions.Worker;

namespace ClosingGap.Functions.Activities;

/// <summary>A version is laid out beside the published one, and switched to.</summary>
public sealed class PublishActivities(SchoolPublication schools, Publication publication)
{
    [Function(nameof(PlanPublish))]
    public Task<PublishPlan> PlanPublish([ActivityTrigger] DropRun run, CancellationToken cancellationToken) =>
        schools.PlanAsync(run, cancellationToken);

    [Function(nameof(PublishSchools))]
    public Task PublishSchools([ActivityTrigger] PieceRun piece, CancellationToken cancellationToken) =>
        schools.RunAsync(piece.Run, piece.Number, cancellationToken);

    [Function(nameof(PublishVersion))]
    public Task PublishVersion([ActivityTrigger] DropRun run, CancellationToken cancellationToken) =>
        publication.RunAsync(run, cancellationToken);
}
