namespace ClosingGap.Functions.Orchestrations;

/// <summary>A release.</summary>
/// <param name="State">The state.</param>
/// <param name="Number">The release's number.</param>
public sealed record ReleaseRun(string State, int Number);
