namespace ClosingGap.Functions.Http;

/// <summary>What is asked of a release that corrects.</summary>
/// <param name="Reason">Why; 1 to 500 characters, which readers see.</param>
/// <param name="By">Who asks.</param>
public sealed record ReleaseRequest(string? Reason, string? By);
