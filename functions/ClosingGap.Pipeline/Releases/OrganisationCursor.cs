using ClosingGap.Pipeline.Rollups;

namespace ClosingGap.Pipeline.Releases;

/// <summary>
/// Names the organisation after which the next page begins. It holds in every release: what came or went between two pages makes a reader miss no other one.
/// </summary>
internal static class OrganisationCursor
{
    private const char Separator = '/';

    public static string Of(StateOrganisation organisation) =>
        organisation.School is null ? organisation.District ?? "" : $"{organisation.District}{Separator}{organisation.School}";

    /// <summary>Below 0 when the organisation comes before the one that the cursor names, 0 when it is that, in the order of the table.</summary>
    public static int Compare(StateOrganisation organisation, string cursor)
    {
        var at = cursor.IndexOf(Separator, StringComparison.Ordinal);
        var district = string.CompareOrdinal(organisation.District ?? "", at < 0 ? cursor : cursor[..at]);
        return district != 0 ? district : string.CompareOrdinal(organisation.School ?? "", at < 0 ? "" : cursor[(at + 1)..]);
    }
}
