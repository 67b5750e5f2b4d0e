namespace ClosingGap.Ingest.Tests.OneRoster;

/// <summary>
/// Holds strict validation, and the page about it, to the verdicts of an independent implementation on its own packages. To write the page
/// anew, set <c>CLOSINGGAP_WRITE_DOCS=1</c> and run this class.
/// </summary>
public sealed class AgreementTests(ITestOutputHelper output)
{
    private const string Page = "docs/oneroster-agreement.md";

    [Fact]
    public async Task Verdicts_OnEveryPackage_AreTheirs()
    {
        var all = await CompareAsync();

        Assert.True(all.Count >= 97, $"Only {all.Count} verdicts were found.");
        Assert.Equal([], all.Where(one => !one.HasSameVerdict).Select(one => $"{one.Asked.File} {one.Asked.Operation}"));
    }

    [Fact]
    public async Task Codes_OnEveryPackage_DifferOnlyWhereAReasonIsGiven()
    {
        var differing = (await CompareAsync()).Where(one => !one.HasSameCodes).ToArray();
        foreach (var one in differing)
        {
            output.WriteLine($"{one.Asked.File} {one.Asked.Operation}: only theirs {string.Join(' ', one.OnlyTheirs)}; only ours {string.Join(' ', one.OnlyOurs)}");
        }

        Assert.Equal(
            AgreementDocument.Reasons.Keys.Order(StringComparer.Ordinal),
            differing.Select(one => one.Asked.File).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Page_OfAgreement_EqualsTheComparison()
    {
        var path = RepositoryPaths.InRepository(Page);
        var expected = AgreementDocument.Write(await CompareAsync());
        if (Environment.GetEnvironmentVariable("CLOSINGGAP_WRITE_DOCS") == "1")
        {
            await File.WriteAllTextAsync(path, expected, TestContext.Current.CancellationToken);
        }

        Assert.Equal(expected, (await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken)).ReplaceLineEndings("\n"));
    }

    private static async Task<IReadOnlyList<Agreement>> CompareAsync()
    {
        var all = new List<Agreement>();
        foreach (var asked in await AgreementPackages.ReadAsync())
        {
            var (isOk, codes) = await AgreementPackages.AnswerAsync(asked);
            all.Add(new Agreement(asked, isOk, codes));
        }

        return all;
    }
}
