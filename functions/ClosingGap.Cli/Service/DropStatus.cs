namespace ClosingGap.Cli.Service;

/// <summary>What the service says of a drop.</summary>
internal sealed record DropStatus
{
    public string Id { get; init; } = "";

    public string? Kind { get; init; }

    public string? District { get; init; }

    public string? Source { get; init; }

    public string? Path { get; init; }

    public string State { get; init; } = "";

    public string? ReasonCode { get; init; }

    public string? Reason { get; init; }

    public int Attempt { get; init; }

    public DateTimeOffset ReceivedAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public long? Version { get; init; }

    public DateOnly? AsOf { get; init; }

    public DropStatusCounts Counts { get; init; } = new();

    public IReadOnlyList<DropStatusFile> Files { get; init; } = [];

    public IReadOnlyList<DropStatusRule> Rules { get; init; } = [];

    public IReadOnlyList<DropStatusChange> Changes { get; init; } = [];

    public DropStatusProgress? Progress { get; init; }

    /// <summary>True when nothing more happens without a person: a final state, or Held.</summary>
    public bool IsAtRest => State is "Published" or "Rejected" or "Discarded" or "Superseded" or "Failed" or "Held";

    /// <summary>The exit code of a command that waited for this.</summary>
    public int ExitCode => State switch
    {
        "Published" => ExitCodes.Done,
        "Failed" => ExitCodes.ServiceFault,
        _ => ExitCodes.Rejected,
    };
}
