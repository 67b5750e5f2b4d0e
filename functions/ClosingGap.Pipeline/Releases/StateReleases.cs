using ClosingGap.Pipeline.Documents;
using ClosingGap.Pipeline.Ports;
using ClosingGap.Pipeline.Rollups;

namespace ClosingGap.Pipeline.Releases;

/// <summary>Keeps the releases of states, and the switch that names the newest.</summary>
public sealed class StateReleases(IDocumentStore documents, TimeProvider time)
{
    private const int PageSize = 50;

    /// <summary>The switch; null before the first release.</summary>
    internal Task<Stored<ReleasedPointer>?> FindPointerAsync(string state, CancellationToken cancellationToken) =>
        documents.GetAsync(DocumentKeys.StateReleased(state), PipelineJson.Default.ReleasedPointer, cancellationToken);

    /// <summary>The release, or null.</summary>
    public async Task<StateRelease?> FindAsync(string state, int number, CancellationToken cancellationToken) =>
        (await StoredAsync(state, number, cancellationToken))?.Value;

    /// <summary>The release asked for last, whatever came of it; null: there was none.</summary>
    public async Task<StateRelease?> FindNewestAsync(string state, CancellationToken cancellationToken) =>
        (await documents.ListAsync(DocumentKeys.StateReleases(state), "", null, 1, cancellationToken)).Documents is [var newest, ..]
            ? JsonDocuments.Read(newest.Body, PipelineJson.Default.StateRelease)
            : null;

    /// <summary>The number of the newest release that was published, whether or not readers were switched to it yet; 0: none.</summary>
    internal async Task<int> FindReleasedAsync(string state, CancellationToken cancellationToken)
    {
        var newest = await FindNewestAsync(state, cancellationToken);
        while (newest is { State: not ReleaseState.Released, Number: > 1 })
        {
            newest = await FindAsync(state, newest.Number - 1, cancellationToken);
        }

        return newest is { State: ReleaseState.Released } ? newest.Number : 0;
    }

    /// <summary>The releases that were published up to that number, the newest first.</summary>
    internal async Task<IReadOnlyList<StateRelease>> ListReleasedAsync(string state, int upTo, int most, CancellationToken cancellationToken)
    {
        var found = new List<StateRelease>();
        string? after = null;
        do
        {
            var page = await documents.ListAsync(DocumentKeys.StateReleases(state), "", after, PageSize, cancellationToken);
            found.AddRange(page.Documents
                .Select(document => JsonDocuments.Read(document.Body, PipelineJson.Default.StateRelease))
                .Where(release => release.State == ReleaseState.Released && release.Number <= upTo));
            after = page.NextAfter;
        }
        while (after is not null && found.Count < most);

        return found.Count > most ? found[..most] : found;
    }

    /// <summary>Notes down that a candidate is to be released; null while another release is being prepared.</summary>
    internal async Task<StateRelease?> RequestAsync(
        RollupId rollup, ReleaseKind kind, string by, Func<StateRelease, StateRelease> details, CancellationToken cancellationToken)
    {
        var newest = await FindNewestAsync(rollup.State, cancellationToken);
        if (newest?.State == ReleaseState.Preparing)
        {
            return null;
        }

        var number = (newest?.Number ?? 0) + 1;
        var release = details(new StateRelease(
            StateRelease.IdOf(rollup.State, number), rollup.State, number, kind, ReleaseState.Preparing, rollup.ToString(), by, time.GetUtcNow()));
        var result = await documents.CreateAsync(DocumentKeys.StateRelease(rollup.State, number), release, PipelineJson.Default.StateRelease, cancellationToken);
        return result.IsWritten ? release : null;
    }

    /// <summary>Changes a release that is being prepared; one that has ended stays as it is.</summary>
    internal async Task<StateRelease> ChangeAsync(string state, int number, Func<StateRelease, StateRelease> change, CancellationToken cancellationToken)
    {
        while (true)
        {
            var stored = await StoredAsync(state, number, cancellationToken) ?? throw new InvalidOperationException("release.unknown: there is no such release.");
            if (stored.Value.State != ReleaseState.Preparing)
            {
                return stored.Value;
            }

            var changed = change(stored.Value);
            if ((await documents.ReplaceAsync(DocumentKeys.StateRelease(state, number), changed, stored.ETag, PipelineJson.Default.StateRelease, cancellationToken)).IsWritten)
            {
                return changed;
            }
        }
    }

    /// <summary>Switches readers to a release; never back to an older one.</summary>
    internal async Task SwitchAsync(string state, ReleasedPointer pointer, CancellationToken cancellationToken)
    {
        var key = DocumentKeys.StateReleased(state);
        while (true)
        {
            var stored = await FindPointerAsync(state, cancellationToken);
            if (stored is not null && stored.Value.Number >= pointer.Number)
            {
                return;
            }

            var result = stored is null
                ? await documents.CreateAsync(key, pointer, PipelineJson.Default.ReleasedPointer, cancellationToken)
                : await documents.ReplaceAsync(key, pointer, stored.ETag, PipelineJson.Default.ReleasedPointer, cancellationToken);
            if (result.IsWritten)
            {
                return;
            }
        }
    }

    private Task<Stored<StateRelease>?> StoredAsync(string state, int number, CancellationToken cancellationToken) =>
        documents.GetAsync(DocumentKeys.StateRelease(state, number), PipelineJson.Default.StateRelease, cancellationToken);
}
