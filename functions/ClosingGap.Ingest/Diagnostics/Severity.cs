namespace ClosingGap.Ingest.Diagnostics;

/// <summary>What a finding does.</summary>
public enum Severity
{
    /// <summary>Accepted, with a deviation that is named.</summary>
    Warning,

    /// <summary>The row is rejected.</summary>
    Error,

    /// <summary>The whole package is rejected.</summary>
    Fatal,
}
