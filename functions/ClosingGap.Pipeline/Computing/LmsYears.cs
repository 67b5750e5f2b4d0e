using ClosingGap.Domain.Lms;
using ClosingGap.Ingest.Snapshot;
using ClosingGap.Pipeline.Districts;
using ClosingGap.Pipeline.Snapshots;

namespace ClosingGap.Pipeline.Computing;

/// <summary>The tables of each LMS source that are not split, as the domain's years. Ids are of one source: two may give the same.</summary>
internal static class LmsYears
{
    public static async Task<IReadOnlyList<LmsYear>> ReadAsync(
        SnapshotStore snapshots, DistrictId district, SnapshotManifest manifest, ComputeContext context, CancellationToken cancellationToken)
    {
        var years = new List<LmsYear>(context.Lms.Count);
        foreach (var lms in context.Lms)
        {
            var reader = new UnsplitTables(snapshots, district, LmsContexts.OfSource(manifest, lms.Source), cancellationToken);
            var year = new LmsYear
            {
                Source = lms.Source,
                SchoolYear = lms.SchoolYear,
                FirstDay = lms.FirstDay,
                LastDay = lms.LastDay,
                AsOf = lms.AsOf,
                Tables = lms.Tables,
                Sections = await reader.LmsSectionsAsync(),
            };
            years.Add(year with { Coursework = LmsCoursework.Create(await reader.LmsAssignmentsAsync(), year.FirstDay, year.To) });
        }

        return years;
    }
}
