using ClosingGap.Pipeline.Documents;
using ClosingGap.Pipeline.Drops;
using ClosingGap.Pipeline.Ports;

namespace ClosingGap.Pipeline.Rollups;

/// <summary>Creates, reads and changes the records of rollups.</summary>
public sealed class RollupRecords(IDocumentStore documents)
{
    /// <summary>The most records of a page.</summary>
    public const int MaxPageSize = 100;

    /// <summary>The record, or null.</summary>
    public async Task<Rollup?> FindAsync(RollupId id, CancellationToken cancellationToken) => (await StoredAsync(id, cancellationToken))?.Value;

    /// <summary>The record of a rollup that is under way.</summary>
    public async Task<Rollup> RequireAsync(RollupId id, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) ?? throw new InvalidOperationException("rollup.unknown: there is no such rollup.");

    /// <summary>A page of a state's rollups, newest first.</summary>
    /// <param name="after">The <see cref="RollupList.Next"/> of the page before; null: the first page.</param>
    public async Task<RollupList> ListAsync(string state, string? after, int pageSize, CancellationToken cancellationToken)
    {
        var page = await documents.ListAsync(DocumentKeys.RollupsPartition(state), "", after, Math.Clamp(pageSize, 1, MaxPageSize), cancellationToken);
        return new RollupList([.. page.Documents.Select(document => JsonDocuments.Read(document.Body, PipelineJson.Default.Rollup))], page.NextAfter);
    }

    /// <summary>Writes a new record; false when there is one of that id.</summary>
    internal async Task<bool> CreateAsync(RollupId id, Rollup rollup, CancellationToken cancellationToken) =>
        (await documents.CreateAsync(DocumentKeys.Rollup(id), rollup, PipelineJson.Default.Rollup, cancellationToken)).IsWritten;

    /// <summary>Changes a record; a change that changes nothing writes nothing.</summary>
    internal async Task<Rollup> ChangeAsync(RollupId id, Func<Rollup, Rollup> change, CancellationToken cancellationToken)
    {
        while (true)
        {
            var stored = await StoredAsync(id, cancellationToken) ?? throw new InvalidOperationException("rollup.unknown: there is no such rollup.");
            var changed = change(stored.Value);
            if (changed == stored.Value
                || (await documents.ReplaceAsync(DocumentKeys.Rollup(id), changed, stored.ETag, PipelineJson.Default.Rollup, cancellationToken)).IsWritten)
            {
                return changed;
            }
        }
    }

    /// <summary>Notes down how far a rollup that is under way has come.</summary>
    internal Task ProgressAsync(RollupId id, string step, int done, int total, CancellationToken cancellationToken) => ChangeAsync(
        id,
        rollup => rollup.State == RollupState.Running && !(rollup.Progress is { } known && known.Step == step && known.Done >= done)
            ? rollup with { Progress = new DropProgress(step, done, total) }
            : rollup,
        cancellationToken);

    private Task<Stored<Rollup>?> StoredAsync(RollupId id, CancellationToken cancellationToken) =>
        documents.GetAsync(DocumentKeys.Rollup(id), PipelineJson.Default.Rollup, cancellationToken);
}
