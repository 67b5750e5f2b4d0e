namespace ClosingGap.Ingest.Validation;

/// <summary>Where the records must be that rows refer to.</summary>
public enum ReferenceScope
{
    /// <summary>A bulk row refers into the package; a row of a delta may refer to what was delivered before.</summary>
    Held,

    /// <summary>Every row refers into the package, rows of a delta too.</summary>
    Package,
}
