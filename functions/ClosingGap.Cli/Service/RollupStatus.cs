namespace ClosingGap.Cli.Service;

/// <summary>How a rollup stands.</summary>
internal sealed record RollupStatus(string Id, string State)
{
    public DropStatusProgress? Progress { get; init; }

    public IReadOnlyDictionary<string, long>? Counts { get; init; }

    public IReadOnlyList<RollupAlert> Alerts { get; init; } = [];

    public string? ReasonCode { get; init; }

    public string? Reason { get; init; }

    public int? Release { get; init; }

    public bool IsRunning => string.Equals(State, "Running", StringComparison.OrdinalIgnoreCase);
}
