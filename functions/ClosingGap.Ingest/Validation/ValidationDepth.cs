namespace ClosingGap.Ingest.Validation;

/// <summary>How far a validation goes. Each step does what the ones before it do.</summary>
public enum ValidationDepth
{
    /// <summary>The package, its manifest, and each file as CSV and as a table; no cell is read for its meaning.</summary>
    Package,

    /// <summary>Columns and cells too, each row by itself.</summary>
    Rows,

    /// <summary>References between rows and rules between files too.</summary>
    All,
}
