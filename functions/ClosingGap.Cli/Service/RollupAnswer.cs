namespace ClosingGap.Cli.Service;

/// <summary>A rollup with a page of its districts.</summary>
internal sealed record RollupAnswer(RollupStatus Rollup, IReadOnlyList<RollupDistrictStatus> Districts, string? Next);
