namespace ClosingGap.Ingest.Tests.OneRoster;

/// <summary>A page of the documentation that is written out of the product's own data.</summary>
internal static class WrittenPage
{
    /// <summary>The page must be what it would be written as; with <c>CLOSINGGAP_WRITE_DOCS=1</c> it is written first.</summary>
    public static async Task EqualsAsync(string page, string expected)
    {
        var path = RepositoryPaths.InRepository(page);
        if (Environment.GetEnvironmentVariable("CLOSINGGAP_WRITE_DOCS") == "1")
        {
            await File.WriteAllTextAsync(path, expected, TestContext.Current.CancellationToken);
        }

        Assert.Equal(expected, (await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken)).ReplaceLineEndings("\n"));
    }
}
