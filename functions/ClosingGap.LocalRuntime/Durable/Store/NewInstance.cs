namespace ClosingGap.LocalRuntime.Durable.Store;

/// <summary>An instance to be created.</summary>
internal sealed record NewInstance(string Id, string Name, string Version, string? Input, DateTime CreatedAt)
{
    /// <summary>The earliest start; null: now.</summary>
    public DateTime? StartAt { get; init; }

    public ParentLink? Parent { get; init; }
}
