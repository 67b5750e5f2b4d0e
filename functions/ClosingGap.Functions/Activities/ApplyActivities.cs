using ClosingGap.Functions.Orchestrations;
using ClosingGap.Pipeline.Applying;
using ClosingGap.Pipeline.Drops;
using ClosingGap.Pipeline.Validating;
using Microsoft.Azure.Functions.Worker;

namespace ClosingGap.Functions.Activities;

/// <summary>An input is checked, and merged into the district's tables.</summary>
public sealed class ApplyActivities(DropValidation validation, ShardApplication application, ApplyCompletion completion)
{
    [Function(nameof(ValidateDrop))]
    public Task<ValidationOutcome> ValidateDrop([ActivityTrigger] DropRun run, CancellationToken cancellationToken) =>
        validation.RunAsync(run, cancellationToken);

    [Function(nameof(ApplyShard))]
    public Task ApplyShard([ActivityTrigger] PieceRun piece, CancellationToken cancellationToken) =>
        application.RunAsync(piece.Run, piece.Number, cancellationToken);

    [Function(nameof(CompleteApply))]
    public Task<ApplyOutcome> CompleteApply([ActivityTrigger] DropRun run, CancellationToken cancellationToken) =>
        completion.RunAsync(run, cancellationToken);
}
