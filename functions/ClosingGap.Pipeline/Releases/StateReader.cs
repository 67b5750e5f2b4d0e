using ClosingGap.Pipeline.Ports;
using ClosingGap.Pipeline.Reading;
using ClosingGap.Pipeline.Rollups;
using ClosingGap.Pipeline.Snapshots;

namespace ClosingGap.Pipeline.Releases;

/// <summary>Reads what is published of a state: the newest release, and nothing else.</summary>
public sealed class StateReader(IBlobStore blobs, StateReleases releases)
{
    private const int MaxPageSize = 200;
    private volatile ReleasedTable? _last;

    /// <summary>The newest release; null before the first.</summary>
    public async Task<Versioned<StateSummary>?> FindAsync(string state, CancellationToken cancellationToken)
    {
        if ((await releases.FindPointerAsync(state, cancellationToken))?.Value is not { } pointer)
        {
            return null;
        }

        var release = await releases.FindAsync(state, pointer.Number, cancellationToken)
            ?? throw new InvalidOperationException("release.unknown: the switch names a release that is not there.");
        var metadata = await blobs.ReadJsonAsync(
            StateDataSets.Container, StateDataSets.Prefix(state, pointer.Number) + "metadata.json", PipelineJson.Default.DataSetMetadata, cancellationToken);
        return new Versioned<StateSummary>(new StateSummary(state, release, metadata), pointer.Number);
    }

    /// <summary>A page of a measure; null when nothing is released, or no such measure.</summary>
    public async Task<Versioned<MeasurePage>?> FindAsync(string state, string measure, MeasureQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        if ((await releases.FindPointerAsync(state, cancellationToken))?.Value is not { } pointer)
        {
            return null;
        }

        var released = await TableAsync(state, pointer, cancellationToken);
        if (released.Index.Measures.FirstOrDefault(one => string.Equals(one.Id, measure, StringComparison.Ordinal)) is not { } found)
        {
            return null;
        }

        var (chosen, next) = Choose(released.Table.Organisations, query);
        var lines = new List<OrganisationLine>(chosen.Count);
        if (chosen.Count > 0)
        {
            await using var stream = await blobs.OpenReadAsync(
                RollupPaths.Container, RollupPaths.Measure(RollupId.Parse(pointer.Rollup), pointer.ProtectedAgainst, measure), null, cancellationToken);
            foreach (var organisation in chosen)
            {
                lines.Add((await ReleasedLines.ReadAsync(stream, found.Offsets, organisation, cancellationToken)).Of(query.Dimension));
            }
        }

        return new Versioned<MeasurePage>(
            new MeasurePage(state, StateRelease.IdOf(state, pointer.Number), measure, found.Title, lines, next), pointer.Number);
    }

    private static (List<int> Chosen, string? Next) Choose(IReadOnlyList<StateOrganisation> organisations, MeasureQuery query)
    {
        var size = Math.Clamp(query.PageSize, 1, MaxPageSize);
        var chosen = new List<int>(size);
        for (var i = 0; i < organisations.Count; i++)
        {
            if (organisations[i].Level != query.Level
                || (query.District is not null && !string.Equals(organisations[i].District, query.District, StringComparison.Ordinal))
                || (query.After is { } after && OrganisationCursor.Compare(organisations[i], after) <= 0))
            {
                continue;
            }

            if (chosen.Count == size)
            {
                return (chosen, OrganisationCursor.Of(organisations[chosen[^1]]));
            }

            chosen.Add(i);
        }

        return (chosen, null);
    }

    // A candidate never changes, so the last one that was read need not be read again.
    private async Task<ReleasedTable> TableAsync(string state, ReleasedPointer pointer, CancellationToken cancellationToken)
    {
        if (_last is { } known && known.State == state && known.Pointer == pointer)
        {
            return known;
        }

        var id = RollupId.Parse(pointer.Rollup);
        var read = new ReleasedTable(
            state,
            pointer,
            await blobs.ReadJsonAsync(RollupPaths.Container, RollupPaths.Table(id), PipelineJson.Default.StateTable, cancellationToken),
            await blobs.ReadJsonAsync(RollupPaths.Container, RollupPaths.Index(id, pointer.ProtectedAgainst), PipelineJson.Default.CandidateIndex, cancellationToken));
        _last = read;
        return read;
    }

    private sealed record ReleasedTable(string State, ReleasedPointer Pointer, StateTable Table, CandidateIndex Index);
}
