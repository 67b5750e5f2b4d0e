namespace ClosingGap.Ingest.Validation;

/// <summary>What a row turned out to be.</summary>
internal enum RowReading
{
    /// <summary>Its cells are sound.</summary>
    Sound,

    /// <summary>It deletes a record; only its key is meant.</summary>
    Deletion,

    /// <summary>It is left out with a warning: a deletion in a bulk file.</summary>
    LeftOut,

    /// <summary>It is left out without a word, as the profile wants it.</summary>
    Dropped,

    /// <summary>It failed.</summary>
    Rejected,
}
