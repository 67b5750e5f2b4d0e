namespace ClosingGap.Functions.Orchestrations;

/// <summary>That students of several districts were found.</summary>
/// <param name="Districts">Of how many districts something is taken back.</param>
public sealed record FoundDuplicates(int Districts);
