namespace ClosingGap.Ingest.Validation;

/// <summary>What the manifest says of a file.</summary>
internal enum ManifestMode
{
    /// <summary>It is not there, which says nothing about its records.</summary>
    Absent,

    /// <summary>It is the reference.</summary>
    Bulk,

    /// <summary>It holds changes.</summary>
    Delta,
}
