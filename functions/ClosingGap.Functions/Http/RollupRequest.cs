namespace ClosingGap.Functions.Http;

/// <summary>What is asked of a rollup.</summary>
/// <param name="By">Who asks.</param>
public sealed record RollupRequest(string? By);
