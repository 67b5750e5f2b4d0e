using ClosingGap.Domain.Gaps;
using ClosingGap.Domain.Groups;
using ClosingGap.Domain.Summaries;
using ClosingGap.Pipeline.Computing;
using ClosingGap.Pipeline.Districts;
using ClosingGap.Pipeline.Documents;
using ClosingGap.Pipeline.Ports;

namespace ClosingGap.Pipeline.Publishing;

/// <summary>Makes the documents from which gaps are found: of a district by dimension, of a school all dimensions together.</summary>
internal static class GapPages
{
    /// <summary>The pages of a district, each dimension for itself.</summary>
    /// <param name="district">The district.</param>
    /// <param name="version">The version.</param>
    /// <param name="context">What the version stands on.</param>
    /// <param name="counts">The counts.</param>
    /// <param name="before">By group key: the months of earlier school years.</param>
    public static IEnumerable<DocumentWrite> OfDistrict(DistrictId district, long version, ComputeContext context, DistrictCounts counts, RateTable before)
    {
        var months = new RateTable();
        months.Merge(before);
        months.Merge(counts.Gaps.Months);
        var all = GapFigures.From(counts.Total, GapCounts.All, counts.Gaps);
        var empty = new GapPage(district.ToString(), null, version, context.AsOf, context.SchoolYear, context.FirstDay, context.Groups, all, [], new RateTable(), new RateTable());
        foreach (var dimension in counts.Groups.GroupBy(group => GroupDimensions.OfKey(group.Key), StringComparer.Ordinal))
        {
            var part = 0;
            foreach (var groups in dimension.Chunk(GapPage.MostGroups))
            {
                var names = groups.Select(group => group.Key).Append(GapCounts.All).ToDictionary(key => key, key => key, StringComparer.Ordinal);
                var page = empty with
                {
                    Groups = Figures(groups, counts.Gaps),
                    Months = months.Only(names),
                    Grades = counts.Gaps.Grades.Only(names),
                };
                yield return DocumentKeys.DistrictGaps(district, version, dimension.Key, part++).Write(page, PipelineJson.Default.GapPage);
            }
        }
    }

    /// <summary>The pages of a school.</summary>
    public static IEnumerable<DocumentWrite> OfSchool(DistrictId district, string school, long version, ComputeContext context, SchoolCounts counts)
    {
        var all = GapFigures.From(counts.Total, GapCounts.All, counts.Gaps);
        return counts.Groups.Chunk(GapPage.MostGroupsOfSchool).Select((groups, part) => DocumentKeys.SchoolGaps(district, school, version, part).Write(
            new GapPage(
                district.ToString(), school, version, context.AsOf, context.SchoolYear, context.FirstDay, context.Groups, all, Figures(groups, counts.Gaps), new RateTable(), new RateTable()),
            PipelineJson.Default.GapPage));
    }

    private static SortedDictionary<string, GapFigures> Figures(KeyValuePair<string, Tally>[] groups, GapCounts gaps)
    {
        var figures = new SortedDictionary<string, GapFigures>(StringComparer.Ordinal);
        foreach (var (key, tally) in groups)
        {
            figures[key] = GapFigures.From(tally, key, gaps);
        }

        return figures;
    }
}
