namespace ClosingGap.Ingest.Validation;

/// <summary>What is to be done with a row that was read.</summary>
internal enum RowOutcome
{
    /// <summary>It failed.</summary>
    Rejected,

    /// <summary>It is accepted, and nothing is to be written now: it is left out, or held back.</summary>
    Accepted,

    /// <summary>It is passed over as if it were not there.</summary>
    PassedOver,

    /// <summary>It is to be written.</summary>
    Written,

    /// <summary>A deletion is to be written.</summary>
    WrittenAsDeletion,
}
