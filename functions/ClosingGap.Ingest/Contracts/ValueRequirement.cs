namespace ClosingGap.Ingest.Contracts;

/// <summary>Whether a cell must be filled.</summary>
internal enum ValueRequirement
{
    /// <summary>It may be blank.</summary>
    No,

    /// <summary>It must be filled.</summary>
    Yes,

    /// <summary>Filled in a delta, blank in bulk.</summary>
    Delta,
}
