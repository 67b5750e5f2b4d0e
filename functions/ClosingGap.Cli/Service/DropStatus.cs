using ClosingGap.Ingest.Validation;

namespace ClosingGap.Cli.Service;

/// <summary>What the service says of a drop. Settable, so that what an answer leaves out keeps its default.</summary>
internal sealed record DropStatus
{
    public string Id { get; set; } = "";

    public string? Kind { get; set; }

    public string? District { get; set; }

    public string? Source { get; set; }

    public string? Path { get; set; }

    public string State { get; set; } = "";

    public string? ReasonCode { get; set; }

    public string? Reason { get; set; }

    public int Attempt { get; set; }

    public DateTimeOffset ReceivedAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    public long? Version { get; set; }

    public DateOnly? AsOf { get; set; }

    public DropStatusCounts Counts { get; set; } = new();

    public IReadOnlyList<DropStatusFile> Files { get; set; } = [];

    public IReadOnlyList<DropStatusRule> Rules { get; set; } = [];

    public JoinFigures? Joins { get; set; }

    public IReadOnlyList<DropStatusChange> Changes { get; set; } = [];

    public IReadOnlyList<DropStatusDelivery> Deliveries { get; set; } = [];

    /// <summary>What to do next, where a receipt says so.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string? Next { get; set; }

    public DropStatusProgress? Progress { get; set; }

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
