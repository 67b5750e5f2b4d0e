using ClosingGap.Domain.Gaps;
using ClosingGap.Domain.Groups;
using ClosingGap.Pipeline.Districts;
using ClosingGap.Pipeline.Documents;
using ClosingGap.Pipeline.Ports;
using ClosingGap.Pipeline.Publishing;

namespace ClosingGap.Pipeline.Reading;

/// <summary>Reads the published figures of groups, and compares them.</summary>
public sealed class GapReader(PublishedReader reader, IDocumentStore documents)
{
    private const int MaxPages = 200;
    private const int MaxTries = 5;

    /// <summary>The gaps of a dimension.</summary>
    /// <param name="district">The district.</param>
    /// <param name="school">A school of it, or null.</param>
    /// <param name="dimension">The dimension's name.</param>
    /// <param name="measure">One measure, which is told with its single months; null: all, without them.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<FoundGaps> FindAsync(DistrictId district, string? school, string dimension, string? measure, CancellationToken cancellationToken)
    {
        if (GroupDimensions.Find(dimension) is null)
        {
            return new FoundGaps(GapOutcome.UnknownDimension);
        }

        for (var attempt = 0; ; attempt++)
        {
            if (await reader.FindVersionAsync(district, cancellationToken) is not { } published)
            {
                return new FoundGaps(GapOutcome.NothingPublished);
            }

            var pages = await PagesAsync(district, school, dimension, published.Version, cancellationToken);
            if (attempt == MaxTries || (await reader.FindVersionAsync(district, cancellationToken))?.Version == published.Version)
            {
                return Compare(pages, school, dimension, measure);
            }

            // Another version was published meanwhile, and the pages of this one may have been collected.
        }
    }

    private async Task<List<GapPage>> PagesAsync(DistrictId district, string? school, string dimension, long version, CancellationToken cancellationToken)
    {
        var (partition, prefix) = school is null
            ? (DocumentKeys.Published(district).Partition, $"{DocumentKeys.DistrictGapsPrefix(district)}{DocumentKeys.Number(version)}:{dimension}:")
            : (DocumentKeys.SchoolPartition(district, school), $"{DocumentKeys.SchoolGapsPrefix(district, school)}{DocumentKeys.Number(version)}:");
        var page = await documents.ListAsync(partition, prefix, null, MaxPages, cancellationToken);
        return [.. page.Documents.Select(document => JsonDocuments.Read(document.Body, PipelineJson.Default.GapPage))];
    }

    private static FoundGaps Compare(List<GapPage> pages, string? school, string dimension, string? measure)
    {
        if (pages.Count == 0)
        {
            return new FoundGaps(school is not null ? GapOutcome.UnknownSchool : Untold(dimension));
        }

        var figures = FiguresOf(pages, dimension);
        if (figures.Groups.Count == 0)
        {
            return new FoundGaps(Untold(dimension));
        }

        var analysis = new GapAnalysis(figures);
        var measures = measure is null ? analysis.All() : analysis.Find(measure) is { } found ? [found] : null;
        var (page, settings) = (pages[0], figures.Settings);
        return measures is null ? new FoundGaps(GapOutcome.UnknownMeasure) : new FoundGaps(GapOutcome.Found, new Versioned<DistrictGaps>(
            new DistrictGaps(
                page.District, page.School, page.Version, page.AsOf, page.SchoolYear, dimension, figures.Dimension.IsPartition, settings.Membership,
                figures.Dimension.Reference, settings.MinimumStudents, settings.MinimumCell, settings.MinimumGroup, figures.All.Students,
                [.. figures.Groups.Select(group => new GapGroup(group.Key, group.Value.Students, group.Value.Active))], measures),
            page.Version));
    }

    /// <summary>A combination without groups is one that the profile does not name; any other dimension is one that the data do not tell.</summary>
    private static GapOutcome Untold(string dimension) =>
        dimension.Contains(GroupDimensions.Plus, StringComparison.Ordinal) ? GapOutcome.UnknownDimension : GapOutcome.NotTold;

    private static DimensionFigures FiguresOf(List<GapPage> pages, string dimension)
    {
        var groups = new SortedDictionary<string, GapFigures>(StringComparer.Ordinal);
        var (months, grades) = (new RateTable(), new RateTable());
        foreach (var page in pages)
        {
            var names = page.Groups.Keys.Where(key => string.Equals(GroupDimensions.OfKey(key), dimension, StringComparison.Ordinal))
                .ToDictionary(key => key, key => key[(dimension.Length + 1)..], StringComparer.Ordinal);
            foreach (var (key, name) in names)
            {
                groups[name] = page.Groups[key];
            }

            months.Merge(page.Months.Only(names));
            grades.Merge(page.Grades.Only(names));
        }

        return new DimensionFigures(pages[0].Settings.Find(dimension)!, pages[0].Settings, pages[0].All, groups, pages[0].YearBegins, months, grades);
    }
}
