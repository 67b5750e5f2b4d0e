namespace ClosingGap.Ingest.Validation;

/// <summary>Where each column of a contract stands in the rows of a source.</summary>
/// <param name="Source">For each column of the contract its position in the source, or -1.</param>
internal sealed record HeaderPlan(IReadOnlyList<int> Source);
