using ClosingGap.Pipeline.Districts;
using ClosingGap.Pipeline.Documents;
using ClosingGap.Pipeline.Ports;

namespace ClosingGap.Pipeline.Contributing;

/// <summary>Which contributions rollups and releases stand on. A rollup's hold ends by itself, a release's never.</summary>
public sealed class ContributionUses(IDocumentStore documents)
{
    private const int PageSize = 500;

    /// <summary>Notes down a use.</summary>
    /// <param name="expiresAfter">When it is forgotten; null: never.</param>
    public Task HoldAsync(DistrictId district, long version, string rollup, TimeSpan? expiresAfter, CancellationToken cancellationToken) =>
        documents.UpsertAsync(
            DocumentKeys.ContributionUse(district, version, rollup).Write(new ContributionUse(version, rollup), PipelineJson.Default.ContributionUse) with { ExpiresAfter = expiresAfter },
            cancellationToken);

    /// <summary>Takes a use back.</summary>
    public Task LetGoAsync(DistrictId district, long version, string rollup, CancellationToken cancellationToken)
    {
        var key = DocumentKeys.ContributionUse(district, version, rollup);
        return documents.DeleteAsync(key.Partition, key.Id, null, cancellationToken);
    }

    /// <summary>The versions in use.</summary>
    public async Task<IReadOnlySet<long>> VersionsAsync(DistrictId district, CancellationToken cancellationToken)
    {
        var versions = new HashSet<long>();
        string? after = null;
        do
        {
            var page = await documents.ListAsync(DocumentKeys.ContributionUses(district), "", after, PageSize, cancellationToken);
            versions.UnionWith(page.Documents.Select(document => JsonDocuments.Read(document.Body, PipelineJson.Default.ContributionUse).Version));
            after = page.NextAfter;
        }
        while (after is not null);

        return versions;
    }
}
