namespace ClosingGap.Functions.Http;

/// <summary>A decision on a drop.</summary>
/// <param name="Decision"><c>release</c>, <c>discard</c> or <c>redrive</c>.</param>
/// <param name="By">Who decides; kept with the drop.</param>
public sealed record DecisionRequest(string? Decision, string? By);
