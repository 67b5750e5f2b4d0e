using ClosingGap.Domain.Summaries;
using ClosingGap.Pipeline.Districts;
using ClosingGap.Pipeline.Documents;
using ClosingGap.Pipeline.Ports;
using ClosingGap.Pipeline.Publishing;

namespace ClosingGap.Pipeline.Reading;

/// <summary>Reads a district's figures.</summary>
public sealed class DistrictReader(PublishedReader reader, IDocumentStore documents)
{
    private const int MaxDimensions = 100;
    private const int MaxTries = 5;

    /// <summary>The published summary with its groups; null when nothing is published.</summary>
    public async Task<Versioned<DistrictSummary>?> FindAsync(DistrictId district, CancellationToken cancellationToken)
    {
        for (var attempt = 0; ; attempt++)
        {
            var found = await ReadAsync(district, cancellationToken);
            if (found is null || attempt == MaxTries || (await reader.FindVersionAsync(district, cancellationToken))?.Version == found.Version)
            {
                return found;
            }

            // Another version was published meanwhile, and the groups of this one may have been collected.
        }
    }

    private async Task<Versioned<DistrictSummary>?> ReadAsync(DistrictId district, CancellationToken cancellationToken)
    {
        var summary = await reader.FindAsync(
            district, version => DocumentKeys.DistrictSummary(district, version), PipelineJson.Default.DistrictSummary, cancellationToken);
        if (summary is null)
        {
            return null;
        }

        var prefix = $"{DocumentKeys.DistrictGroupsPrefix(district)}{DocumentKeys.Number(summary.Version)}:";
        var page = await documents.ListAsync(DocumentKeys.Published(district).Partition, prefix, null, MaxDimensions, cancellationToken);
        var groups = new SortedDictionary<string, SortedDictionary<string, Tally>>(StringComparer.Ordinal);
        foreach (var document in page.Documents)
        {
            var figures = JsonDocuments.Read(document.Body, PipelineJson.Default.GroupFigures);
            groups[figures.Dimension] = figures.Groups;
        }

        return summary with { Value = summary.Value with { Groups = groups } };
    }
}
