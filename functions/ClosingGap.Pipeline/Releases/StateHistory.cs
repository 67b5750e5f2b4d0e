using ClosingGap.Domain.Gaps;
using ClosingGap.Pipeline.Contributing;
using ClosingGap.Pipeline.Ports;
using ClosingGap.Pipeline.Reading;
using ClosingGap.Pipeline.Rollups;
using ClosingGap.Pipeline.Snapshots;

namespace ClosingGap.Pipeline.Releases;

/// <summary>Reads what the releases of a state told of one organisation, one after the other.</summary>
public sealed class StateHistory(IBlobStore blobs, StateReleases releases)
{
    /// <summary>How many releases are read when nobody says.</summary>
    public const int DefaultReleases = 12;

    private const int LeastReleases = 2;
    private const int MostReleases = 60;

    /// <summary>The history; null when nothing is released, or no release has the organisation in the measure.</summary>
    public async Task<Versioned<MeasureHistory>?> FindAsync(string state, string measure, HistoryQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        if ((await releases.FindPointerAsync(state, cancellationToken))?.Value is not { } pointer)
        {
            return null;
        }

        var found = new List<Told>();
        var most = Math.Clamp(query.Releases, LeastReleases, MostReleases);
        foreach (var release in await releases.ListReleasedAsync(state, pointer.Number, most, cancellationToken))
        {
            if (await ToldAsync(release, measure, query, cancellationToken) is { } told)
            {
                found.Insert(0, told);
            }
        }

        if (found is not [.., var newest])
        {
            return null;
        }

        // Another definition is another measure: what it says cannot be held against what the newest says.
        var alike = found.Where(told => (told.Measure.Version, told.Measure.Definition) == (newest.Measure.Version, newest.Measure.Definition)).ToList();
        var history = new MeasureHistory(
            state, measure, newest.Measure.Title, newest.Line.Level, newest.Line.District, newest.Line.School,
            [
                .. found.Select(told => new MeasureHistoryPoint(
                    told.Release.Id, told.Date, told.Release.Kind, told.Release.Label, told.Measure.Version, told.Line.Values)),
            ],
            Trends(measure, alike));
        return new Versioned<MeasureHistory>(history, pointer.Number);
    }

    private static List<ReleasedTrend> Trends(string measure, List<Told> alike)
    {
        var trends = new List<ReleasedTrend>();
        foreach (var focal in alike[^1].Line.Values)
        {
            if (focal.Gap?.Reference is not { } reference)
            {
                continue;
            }

            var pairs = alike.Select(told => ReleasedPair.Of(told.Date, told.Line.Values, reference, focal.Group)).OfType<ReleasedPair>().ToList();
            if (pairs is [var first, .., var last]
                && GapTrends.Of([first.Rates, last.Rates], StateMeasures.IsAdverse(measure), 0, withPoints: false, Math.Max(first.Rounding, last.Rounding)) is { } trend)
            {
                trends.Add(new ReleasedTrend(focal.Group, reference, trend));
            }
        }

        return trends;
    }

    private async Task<Told?> ToldAsync(StateRelease release, string measure, HistoryQuery query, CancellationToken cancellationToken)
    {
        var (id, against) = (RollupId.Parse(release.Rollup), release.ProtectedAgainst!.Value);
        var index = await blobs.ReadJsonAsync(RollupPaths.Container, RollupPaths.Index(id, against), PipelineJson.Default.CandidateIndex, cancellationToken);
        if (index.Measures.FirstOrDefault(one => string.Equals(one.Id, measure, StringComparison.Ordinal)) is not { } held)
        {
            return null;
        }

        var table = await blobs.ReadJsonAsync(RollupPaths.Container, RollupPaths.Table(id), PipelineJson.Default.StateTable, cancellationToken);
        for (var organisation = 0; organisation < table.Organisations.Count; organisation++)
        {
            if (table.Organisations[organisation].District == query.District && table.Organisations[organisation].School == query.School)
            {
                await using var stream = await blobs.OpenReadAsync(RollupPaths.Container, RollupPaths.Measure(id, against, measure), null, cancellationToken);
                var line = await ReleasedLines.ReadAsync(stream, held.Offsets, organisation, cancellationToken);
                return new Told(release, index.Date, held, line.Of(query.Dimension));
            }
        }

        return null;
    }

    private sealed record Told(StateRelease Release, DateOnly Date, CandidateMeasure Measure, OrganisationLine Line);
}
