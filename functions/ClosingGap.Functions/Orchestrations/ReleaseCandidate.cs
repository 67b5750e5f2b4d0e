namespace ClosingGap.Functions.Orchestrations;

/// <summary>A release and how its candidate was protected.</summary>
/// <param name="State">The state.</param>
/// <param name="Number">The release's number.</param>
/// <param name="ProtectedAgainst">The number of the newest release before it; 0: there is none.</param>
public sealed record ReleaseCandidate(string State, int Number, int ProtectedAgainst);
