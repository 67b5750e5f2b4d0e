namespace ClosingGap.Ingest.Diagnostics;

/// <summary>What is known of a code.</summary>
/// <param name="Code">The stable code.</param>
/// <param name="Strict">Its severity under a strict profile.</param>
/// <param name="Lenient">Its severity under a lenient profile. A cell that nothing depends on may lower an error to a warning.</param>
/// <param name="Meaning">One sentence: what was found.</param>
/// <param name="Fix">One sentence: what to do.</param>
public sealed record CatalogueEntry(string Code, Severity Strict, Severity Lenient, string Meaning, string Fix);
