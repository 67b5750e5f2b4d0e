using ClosingGap.Functions.Orchestrations;
using ClosingGap.Pipeline.Computing;
using ClosingGap.Pipeline.Drops;
using ClosingGap.Pipeline.Publishing;
using Microsoft.Azure.Functions.Worker;

namespace ClosingGap.Functions.Activities;

/// <summary>Verdicts are computed, shard by shard.</summary>
public sealed class ComputeActivities(ComputePreparation preparation, ShardComputation computation, Publication publication)
{
    [Function(nameof(PrepareCompute))]
    public Task<ComputePlan> PrepareCompute([ActivityTrigger] DropRun run, CancellationToken cancellationToken) =>
        preparation.RunAsync(run, cancellationToken);

    [Function(nameof(ComputeShard))]
    public Task ComputeShard([ActivityTrigger] PieceRun piece, CancellationToken cancellationToken) =>
        computation.RunAsync(piece.Run, piece.Number, cancellationToken);

    [Function(nameof(EndUnchanged))]
    public Task EndUnchanged([ActivityTrigger] DropRun run, CancellationToken cancellationToken) =>
        publication.EndUnchangedAsync(run, cancellationToken);
}
