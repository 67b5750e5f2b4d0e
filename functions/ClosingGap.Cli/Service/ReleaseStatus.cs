namespace ClosingGap.Cli.Service;

/// <summary>A release of a state's figures.</summary>
internal sealed record ReleaseStatus(string Id, int Number, string Kind, string State, string Rollup)
{
    public string? Label { get; init; }

    public string? Reason { get; init; }

    public DateTimeOffset? ReleasedAt { get; init; }
}
