using ClosingGap.Ingest.Tests.OneRoster;

namespace ClosingGap.Ingest.Tests.Validation;

/// <summary>The page of diagnostics is the catalogue. To write it anew, set <c>CLOSINGGAP_WRITE_DOCS=1</c> and run this class.</summary>
public sealed class DiagnosticsDocumentTests
{
    private const string Page = "docs/diagnostics.md";

    [Fact]
    public async Task Page_OfDiagnostics_EqualsTheCatalogue()
    {
        var path = RepositoryPaths.InRepository(Page);
        var expected = DiagnosticsDocument.Write();
        if (Environment.GetEnvironmentVariable("CLOSINGGAP_WRITE_DOCS") == "1")
        {
            await File.WriteAllTextAsync(path, expected, TestContext.Current.CancellationToken);
        }

        var page = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);

        Assert.Equal(expected, page.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Families_OfCodes_AllHaveATable() => Assert.Empty(DiagnosticsDocument.Homeless());
}
