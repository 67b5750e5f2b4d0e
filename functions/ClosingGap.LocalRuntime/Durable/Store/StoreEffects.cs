namespace ClosingGap.LocalRuntime.Durable.Store;

/// <summary>What others must be told once a transaction is committed.</summary>
internal sealed class StoreEffects
{
    /// <summary>Keys of instances with a message to handle now.</summary>
    public HashSet<long> Ready { get; } = [];

    /// <summary>Ids of instances whose visible state changed.</summary>
    public HashSet<string> Changed { get; } = new(StringComparer.Ordinal);

    public bool ActivitiesAdded { get; set; }

    public bool TimersAdded { get; set; }
}
