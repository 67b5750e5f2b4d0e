namespace ClosingGap.Ingest.Validation;

/// <summary>The outcome of a validation: counts and codes only.</summary>
/// <param name="Version">The OneRoster version, <c>1.1</c> or <c>1.2</c>; null for mapped tables.</param>
/// <param name="HasSourceSystemName">True when the manifest names its source.</param>
/// <param name="FatalCode">Why the package as a whole is rejected, or null. The first of several.</param>
/// <param name="Files">Every file, in ordinal order of names.</param>
/// <param name="Tables">The canonical tables for which rows were taken, in canonical order.</param>
/// <param name="SchoolYears">The school years seen in the accepted rows, ascending.</param>
/// <param name="CountsByCode">How often each code was reported.</param>
/// <param name="Errors">Findings that rejected a row.</param>
/// <param name="Warnings">Findings that rejected nothing.</param>
public sealed record ValidationResult(
    string? Version,
    bool HasSourceSystemName,
    string? FatalCode,
    IReadOnlyList<FileResult> Files,
    IReadOnlyList<string> Tables,
    IReadOnlyList<int> SchoolYears,
    IReadOnlyDictionary<string, long> CountsByCode,
    long Errors,
    long Warnings)
{
    /// <summary>How many students and sections of another system were found; null when the package holds none.</summary>
    public JoinFigures? Joins { get; init; }

    /// <summary>True when nothing of the package may be used; what the canonical sink received is to be thrown away.</summary>
    public bool IsRejected => FatalCode is not null;
}
