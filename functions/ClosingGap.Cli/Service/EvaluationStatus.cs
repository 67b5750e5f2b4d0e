namespace ClosingGap.Cli.Service;

/// <summary>How a check of rules stands.</summary>
internal sealed record EvaluationStatus(string Id, string State, long Version, long OutcomeVersion)
{
    public string? ReasonCode { get; init; }

    public string? Reason { get; init; }

    public EvaluatedReport? Report { get; init; }

    public bool IsRunning => string.Equals(State, "Running", StringComparison.OrdinalIgnoreCase);
}
