using ClosingGap.Functions.Orchestrations;
using ClosingGap.Pipeline.Evaluating;
using Microsoft.Azure.Functions.Worker;

namespace ClosingGap.Functions.Activities;

/// <summary>Rules are checked against what became of the students, shard by shard.</summary>
public sealed class EvaluationActivities(EvaluationPreparation preparation, ShardEvaluation shards, EvaluationCompletion completion)
{
    [Function(nameof(PrepareEvaluation))]
    public Task<EvaluationSplit> PrepareEvaluation([ActivityTrigger] EvaluationRun run, CancellationToken cancellationToken) =>
        preparation.RunAsync(run, cancellationToken);

    [Function(nameof(EvaluateShard))]
    public Task EvaluateShard([ActivityTrigger] EvaluationPiece piece, CancellationToken cancellationToken) =>
        shards.RunAsync(piece.Run, piece.Number, cancellationToken);

    [Function(nameof(CompleteEvaluation))]
    public Task CompleteEvaluation([ActivityTrigger] EvaluationPiece piece, CancellationToken cancellationToken) =>
        completion.RunAsync(piece.Run, piece.Number, cancellationToken);

    [Function(nameof(FailEvaluation))]
    public Task FailEvaluation([ActivityTrigger] FailedEvaluation failed, CancellationToken cancellationToken) =>
        completion.FailAsync(failed.Run, failed.ErrorType, cancellationToken);
}
