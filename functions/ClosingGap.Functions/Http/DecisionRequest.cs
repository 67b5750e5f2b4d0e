namespace ClosingGap.Functions.Http;

/// <summary>A decision on a drop.</summary>
/// <param name="Decision"><c>release</c>, <c>discard</c> or <c>redrive</c>.</param>
/// <param name="By">Who decides; kept with the drop.</param>
/// <param name="Reason">Why; kept with the drop; may be left out.</param>
public sealed record DecisionRequest(string? Decision, string? By, string? Reason = null);
