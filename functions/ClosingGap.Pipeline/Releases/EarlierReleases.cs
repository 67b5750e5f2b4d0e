using ClosingGap.Domain.Suppression;
using ClosingGap.Pipeline.Contributing;
using ClosingGap.Pipeline.Ports;
using ClosingGap.Pipeline.Rollups;
using ClosingGap.Pipeline.Snapshots;
using Microsoft.Extensions.Options;

namespace ClosingGap.Pipeline.Releases;

/// <summary>Reads what was released before, cell by cell as a new table has them: a reader may still have it.</summary>
public sealed class EarlierReleases(IBlobStore blobs, StateReleases listing, IOptions<RollupOptions> options)
{
    /// <summary>The releases up to that number, the newest first.</summary>
    public async Task<IReadOnlyList<EarlierRelease>> ReadAsync(
        string state, int upTo, StateTable table, IReadOnlyList<ContributionMeasure> measures, CancellationToken cancellationToken)
    {
        var releases = new List<EarlierRelease>();
        var pool = new PublishedCellPool();
        foreach (var release in await listing.ListReleasedAsync(state, upTo, options.Value.EarlierReleases, cancellationToken))
        {
            releases.Add(await ReadAsync(release, table, measures, pool, cancellationToken));
        }

        return releases;
    }

    private async Task<EarlierRelease> ReadAsync(
        StateRelease release, StateTable table, IReadOnlyList<ContributionMeasure> measures, PublishedCellPool pool, CancellationToken cancellationToken)
    {
        var id = RollupId.Parse(release.Rollup);
        var index = await blobs.ReadJsonAsync(
            RollupPaths.Container, RollupPaths.Index(id, release.ProtectedAgainst!.Value), PipelineJson.Default.CandidateIndex, cancellationToken);
        var old = await blobs.ReadJsonAsync(RollupPaths.Container, RollupPaths.Table(id), PipelineJson.Default.StateTable, cancellationToken);
        var places = new CellPlaces(table, old);
        var held = index.Measures.Select(measure => measure.Id).ToHashSet(StringComparer.Ordinal);
        var found = new List<EarlierMeasure>();
        foreach (var measure in measures.Where(measure => held.Contains(measure.Id)))
        {
            var counts = (await blobs.ReadJsonAsync(
                RollupPaths.Container, RollupPaths.Counts(id, measure.Id), PipelineJson.Default.MeasureCounts, cancellationToken)).ToCells();
            var cells = new CountCell?[places.CellCount];
            var published = new PublishedCell?[places.CellCount];
            var organisation = 0;
            await foreach (var line in blobs.ReadLinesAsync(
                RollupPaths.Container, RollupPaths.Measure(id, release.ProtectedAgainst.Value, measure.Id), PipelineJson.Default.OrganisationLine, cancellationToken))
            {
                places.Fill(organisation++, line, counts, pool, cells, published);
            }

            found.Add(new EarlierMeasure(measure.Id, cells, published));
        }

        return new EarlierRelease(found) { GoneCells = places.Gone, Lines = places.Lines() };
    }
}
