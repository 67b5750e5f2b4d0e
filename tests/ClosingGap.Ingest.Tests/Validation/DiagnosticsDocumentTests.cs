using ClosingGap.Ingest.Tests.OneRoster;

namespace ClosingGap.Ingest.Tests.Validation;

/// <summary>The page of diagnostics is the catalogue. To write it anew, set <c>CLOSINGGAP_WRITE_DOCS=1</c> and run this class.</summary>
public sealed class DiagnosticsDocumentTests
{
    /// <summary>With <c>CLOSINGGAP_WRITE_DOCS=1</c> the page is written first.</summary>
    [Fact]
    public Task Page_OfDiagnostics_EqualsTheCatalogue() => WrittenPage.EqualsAsync("docs/diagnostics.md", DiagnosticsDocument.Write());

    [Fact]
    public void Families_OfCodes_AllHaveATable() => Assert.Empty(DiagnosticsDocument.Homeless());
}
