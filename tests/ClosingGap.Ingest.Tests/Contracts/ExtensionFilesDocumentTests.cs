using ClosingGap.Ingest.Tests.OneRoster;

namespace ClosingGap.Ingest.Tests.Contracts;

public sealed class ExtensionFilesDocumentTests
{
    /// <summary>With <c>CLOSINGGAP_WRITE_DOCS=1</c> the page is written first.</summary>
    [Fact]
    public Task Page_OfExtensionFiles_EqualsTheContracts() => WrittenPage.EqualsAsync("docs/extension-files.md", ExtensionFilesDocument.Write());
}
