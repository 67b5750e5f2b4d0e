namespace ClosingGap.Ingest.Validation;

/// <summary>What an identifier of another system leads to.</summary>
internal enum JoinMatch
{
    /// <summary>One record.</summary>
    Joined,

    /// <summary>No record.</summary>
    NotJoined,

    /// <summary>Several records, none of which is meant for certain.</summary>
    Ambiguous,
}
