using System.Text;
using ClosingGap.Ingest.Diagnostics;

namespace ClosingGap.Ingest.Tests.Validation;

/// <summary>The page of all codes, as Markdown: one table for each family of codes, in the catalogue's order.</summary>
internal static class DiagnosticsDocument
{
    private static readonly (string Family, string Title)[] s_families =
    [
        ("package", "The package"),
        ("csv", "A file as CSV"),
        ("table", "A file as a table"),
        ("manifest", "manifest.csv"),
        ("schema", "Columns"),
        ("row", "Cells and rows"),
        ("reference", "References"),
        ("lms", "Learning management systems"),
        ("semantic", "Meaning"),
        ("profile", "Profiles"),
    ];

    public static string Write()
    {
        var text = new StringBuilder();
        text.Append("""
            # Diagnostics

            Every code of a finding, as a report or `closinggap validate` names it. A test holds this page to the catalogue in
            `functions/ClosingGap.Ingest/Diagnostics/catalogue.json`.

            The two columns in the middle say what a finding does under a strict and under a lenient profile. A **warning** is counted and
            the row accepted. An **error** rejects the row. **Fatal** rejects the whole package, and nothing of it is applied. In lenient, an
            error in a cell that nothing depends on is a warning.

            """);
        foreach (var (family, title) in s_families)
        {
            text.Append("\n## ").Append(title).Append("\n\n| code | strict | lenient | meaning | what to do |\n|---|---|---|---|---|\n");
            foreach (var entry in DiagnosticCatalogue.All.Where(entry => FamilyOf(entry) == family))
            {
                text.Append("| `").Append(entry.Code).Append("` | ").Append(Word(entry.Strict)).Append(" | ").Append(Word(entry.Lenient))
                    .Append(" | ").Append(Cell(entry.Meaning)).Append(" | ").Append(Cell(entry.Fix)).Append(" |\n");
            }
        }

        return text.ToString();
    }

    /// <summary>The codes of families that the page has no table for.</summary>
    public static IEnumerable<string> Homeless() =>
        DiagnosticCatalogue.All.Where(entry => !s_families.Any(known => known.Family == FamilyOf(entry))).Select(entry => entry.Code);

    private static string FamilyOf(CatalogueEntry entry) => entry.Code[..entry.Code.IndexOf('.', StringComparison.Ordinal)];

    private static string Word(Severity severity) => severity.ToString().ToLowerInvariant();

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
