namespace ClosingGap.Ingest.Profiles;

/// <summary>Limits of running a profile: each operator that remembers something is bounded.</summary>
public sealed record ProfileOptions
{
    /// <summary>Entries that one looked-up file may hold. Default 5,000,000 (about 0.4 GB with two values), range 1 to 50,000,000.</summary>
    public int LookupMaxEntries { get; init; } = 5_000_000;

    /// <summary>Keys that one <c>distinct</c> may remember. Default 5,000,000 (about 0.3 GB), range 1 to 50,000,000.</summary>
    public int DistinctMaxKeys { get; init; } = 5_000_000;

    /// <summary>Ids that one <c>applyToAll</c> may cross with. Default 10,000, range 1 to 1,000,000.</summary>
    public int ApplyToAllMaxIds { get; init; } = 10_000;

    /// <summary>Characters that one row of a CSV file may have. Default 1,048,576, range 1,024 to 67,108,864.</summary>
    public int MaxRowCharacters { get; init; } = 1_048_576;
}
