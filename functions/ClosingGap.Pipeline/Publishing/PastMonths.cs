using System.Globalization;
using ClosingGap.Domain.Gaps;
using ClosingGap.Pipeline.Computing;
using ClosingGap.Pipeline.Districts;
using ClosingGap.Pipeline.Documents;
using ClosingGap.Pipeline.Ports;

namespace ClosingGap.Pipeline.Publishing;

/// <summary>
/// Finds the months of earlier school years in the version that is published: an export holds one year, and what is published of the
/// last ones is carried on, as it was published last.
/// </summary>
internal static class PastMonths
{
    private const int PageSize = 200;

    /// <summary>By group key; empty when nothing is published, or by another rule of membership, as such figures do not compare.</summary>
    public static async Task<RateTable> FindAsync(
        IDocumentStore documents, DistrictId district, PublishedVersion? published, ComputeContext context, CancellationToken cancellationToken)
    {
        var months = new RateTable();
        if (published is null)
        {
            return months;
        }

        var (from, before) = (Key(context.FirstDay.AddYears(-GapPage.YearsBefore)), Key(context.FirstDay));
        var prefix = $"{DocumentKeys.DistrictGapsPrefix(district)}{DocumentKeys.Number(published.Version)}:";
        string? after = null;
        do
        {
            var page = await documents.ListAsync(DocumentKeys.Published(district).Partition, prefix, after, PageSize, cancellationToken);
            foreach (var document in page.Documents)
            {
                Take(months, JsonDocuments.Read(document.Body, PipelineJson.Default.GapPage), context, from, before);
            }

            after = page.NextAfter;
        }
        while (after is not null);
        return months;
    }

    private static void Take(RateTable months, GapPage page, ComputeContext context, string from, string before)
    {
        if (page.Settings.Membership == context.Groups.Membership)
        {
            var groups = page.Groups.Keys.ToDictionary(key => key, key => key, StringComparer.Ordinal);
            months.Merge(page.Months.Only(groups).Between(from, before));
        }
    }

    private static string Key(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
