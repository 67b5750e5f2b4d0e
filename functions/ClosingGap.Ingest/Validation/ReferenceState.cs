namespace ClosingGap.Ingest.Validation;

/// <summary>What is known of the record that a cell names.</summary>
internal enum ReferenceState
{
    /// <summary>It exists.</summary>
    Found,

    /// <summary>It does not exist.</summary>
    Missing,

    /// <summary>Its file is neither in the package nor in the published snapshot.</summary>
    NoTargetFile,

    /// <summary>It may exist in what is not at hand.</summary>
    NotVerifiable,
}
