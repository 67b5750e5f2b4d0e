using ClosingGap.Ingest.Diagnostics;

namespace ClosingGap.Pipeline.Validating;

/// <summary>The words of a rule, from the catalogue.</summary>
internal static class DiagnosticTexts
{
    public static string? Fix(string code) => DiagnosticCatalogue.Find(code)?.Fix;
}
