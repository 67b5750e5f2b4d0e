namespace ClosingGap.Ingest.Validation;

/// <summary>How deviations from the standard are met.</summary>
public enum Conformance
{
    /// <summary>As the standard has it: a deviation is an error.</summary>
    Strict,

    /// <summary>What changes nothing that is computed is a warning.</summary>
    Lenient,
}
