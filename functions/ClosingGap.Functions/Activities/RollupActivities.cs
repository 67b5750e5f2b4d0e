using ClosingGap.Functions.Orchestrations;
using ClosingGap.Pipeline.Rollups;
using Microsoft.Azure.Functions.Worker;

namespace ClosingGap.Functions.Activities;

/// <summary>A state's districts are counted, and its candidate is made.</summary>
public sealed class RollupActivities(
    RollupPlans plans, RollupInputs inputs, DistrictCounting counting, DuplicateSearch search, CandidateProtection protection, RollupCompletion completion)
{
    [Function(nameof(PrepareRollup))]
    public Task PrepareRollup([ActivityTrigger] RollupPiece piece, CancellationToken cancellationToken) =>
        plans.PrepareAsync(RollupId.Parse(piece.Rollup), cancellationToken);

    [Function(nameof(ListRollupDistricts))]
    public Task<RollupPage> ListRollupDistricts([ActivityTrigger] RollupPiece piece, CancellationToken cancellationToken) =>
        inputs.ListAsync(RollupId.Parse(piece.Rollup), piece.Number, piece.After, cancellationToken);

    [Function(nameof(CountDistrict))]
    public Task CountDistrict([ActivityTrigger] RollupPiece piece, CancellationToken cancellationToken) =>
        counting.CountAsync(RollupId.Parse(piece.Rollup), piece.Number, piece.Total, cancellationToken);

    [Function(nameof(SkipDistrict))]
    public Task SkipDistrict([ActivityTrigger] RollupPiece piece, CancellationToken cancellationToken) =>
        counting.SkipAsync(RollupId.Parse(piece.Rollup), piece.Number, cancellationToken);

    [Function(nameof(MergeKeys))]
    public Task MergeKeys([ActivityTrigger] RollupMerge merge, CancellationToken cancellationToken) =>
        search.MergeAsync(RollupId.Parse(merge.Rollup), merge.Pass, merge.Group, merge.Files, cancellationToken);

    [Function(nameof(FindDuplicates))]
    public async Task<FoundDuplicates> FindDuplicates([ActivityTrigger] RollupMerge merge, CancellationToken cancellationToken) =>
        new(await search.FindAsync(RollupId.Parse(merge.Rollup), merge.Pass, merge.Files, cancellationToken));

    [Function(nameof(TakeBack))]
    public Task TakeBack([ActivityTrigger] RollupPiece piece, CancellationToken cancellationToken) =>
        counting.TakeBackAsync(RollupId.Parse(piece.Rollup), piece.Number, cancellationToken);

    [Function(nameof(BuildTable))]
    public Task<CandidateRun> BuildTable([ActivityTrigger] RollupPiece piece, CancellationToken cancellationToken) =>
        completion.BuildAsync(RollupId.Parse(piece.Rollup), piece.Total, cancellationToken);

    [Function(nameof(ProtectPopulation))]
    public Task ProtectPopulation([ActivityTrigger] CandidatePiece piece, CancellationToken cancellationToken) => protection.RunAsync(piece, cancellationToken);

    [Function(nameof(CompleteRollup))]
    public Task CompleteRollup([ActivityTrigger] RollupPiece piece, CancellationToken cancellationToken) =>
        completion.CompleteAsync(RollupId.Parse(piece.Rollup), piece.Number, cancellationToken);

    [Function(nameof(FailRollup))]
    public Task FailRollup([ActivityTrigger] FailedRollup failed, CancellationToken cancellationToken) =>
        completion.FailAsync(RollupId.Parse(failed.Rollup), failed.ErrorType, cancellationToken);
}
