using ClosingGap.Pipeline.Documents;
using ClosingGap.Pipeline.Ports;
using ClosingGap.Pipeline.Webhooks;

namespace ClosingGap.Pipeline.Drops;

/// <summary>
/// The records of drops and the index documents that follow from them. An index document is written before a drop opens and after
/// it ends, so that a run that dies between leaves one too many, never one too few; the sweep repairs it.
/// </summary>
public sealed class DropRecords(IDocumentStore documents, ReceiptWriter receipts, WebhookOutbox outbox, TimeProvider time)
{
    /// <summary>The record, or null.</summary>
    public Task<Stored<Drop>?> FindAsync(string dropId, CancellationToken cancellationToken) =>
        documents.GetAsync(DocumentKeys.Drop(dropId), PipelineJson.Default.Drop, cancellationToken);

    /// <summary>The record.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public async Task<Drop> RequireAsync(string dropId, CancellationToken cancellationToken) =>
        (await FindAsync(dropId, cancellationToken))?.Value
        ?? throw new InvalidOperationException($"drop.unknown: no record of drop {dropId}.");

    /// <summary>Creates the record once; false when it is there already. This is the gate against doing a drop twice.</summary>
    public async Task<bool> CreateAsync(Drop drop, CancellationToken cancellationToken)
    {
        if (await FindAsync(drop.Id, cancellationToken) is not null)
        {
            return false;
        }

        // Also of a drop that is refused at once: a death before its receipt is written leaves it to the sweep.
        await documents.UpsertAsync(DocumentKeys.OpenDrop(drop.Id), Reference(drop), PipelineJson.Default.DropReference, cancellationToken);
        var result = await documents.CreateAsync(DocumentKeys.Drop(drop.Id), drop, PipelineJson.Default.Drop, cancellationToken);
        if (result.IsWritten)
        {
            await IndexAsync(drop, cancellationToken);
        }

        return result.IsWritten;
    }

    /// <summary>
    /// Changes the record of this attempt. Null when the attempt is not the newest one, or when <paramref name="change"/> refuses by
    /// returning null.
    /// </summary>
    /// <param name="attempt">The attempt that asks; null for a person or the sweep.</param>
    public async Task<Drop?> ChangeAsync(string dropId, int? attempt, Func<Drop, Drop?> change, CancellationToken cancellationToken)
    {
        while (true)
        {
            var stored = await FindAsync(dropId, cancellationToken);
            if (stored is null || (attempt is { } mine && stored.Value.Attempt != mine))
            {
                return null;
            }

            var changed = change(stored.Value);
            if (changed is null || changed == stored.Value)
            {
                return changed;
            }

            var ends = changed.State != stored.Value.State && changed.State.HasReceipt();
            var now = time.GetUtcNow();
            changed = changed with { UpdatedAt = now, EndedAt = ends ? now : changed.State.HasReceipt() ? changed.EndedAt : null };
            var reopens = stored.Value.State.IsFinal() && !changed.State.IsFinal();
            if (reopens)
            {
                await documents.UpsertAsync(DocumentKeys.OpenDrop(dropId), Reference(changed), PipelineJson.Default.DropReference, cancellationToken);
            }

            var result = await documents.ReplaceAsync(DocumentKeys.Drop(dropId), changed, stored.ETag, PipelineJson.Default.Drop, cancellationToken);
            if (result.IsWritten)
            {
                if (changed.State != stored.Value.State)
                {
                    await IndexAsync(changed, cancellationToken);
                }

                return changed;
            }
        }
    }

    /// <summary>Writes what follows from a record: its lines in the indexes, and the receipt when it has ended.</summary>
    public async Task IndexAsync(Drop drop, CancellationToken cancellationToken)
    {
        await WriteIndexAsync(drop, cancellationToken);

        // A decision may be quicker than these writes: the last of them must tell of the newest state, whoever writes it.
        while ((await FindAsync(drop.Id, cancellationToken))?.Value is { } now && (now.State != drop.State || now.Attempt != drop.Attempt))
        {
            drop = now;
            await WriteIndexAsync(drop, cancellationToken);
        }
    }

    private async Task WriteIndexAsync(Drop drop, CancellationToken cancellationToken)
    {
        var reference = Reference(drop);
        if (drop.District is { } district)
        {
            var byTime = DocumentKeys.DropByTime(district, drop.LastModified, drop.Id);
            await documents.UpsertAsync(byTime, reference, PipelineJson.Default.DropReference, cancellationToken);
        }

        // Before the line among the held drops: while that line is missing, the sweep comes back and writes these too.
        if (drop.State.HasReceipt())
        {
            await outbox.AddAsync(drop, await receipts.WriteAsync(drop, cancellationToken), cancellationToken);
        }

        if (drop.State == DropState.Held)
        {
            await documents.UpsertAsync(DocumentKeys.HeldDrop(drop.Id), reference, PipelineJson.Default.DropReference, cancellationToken);
        }
        else
        {
            await RemoveAsync(DocumentKeys.HeldDrop(drop.Id), cancellationToken);
        }

        if (drop.State.IsFinal())
        {
            await RemoveAsync(DocumentKeys.OpenDrop(drop.Id), cancellationToken);
        }
    }

    private Task RemoveAsync(DocumentKey key, CancellationToken cancellationToken) =>
        documents.DeleteAsync(key.Partition, key.Id, null, cancellationToken);

    private static DropReference Reference(Drop drop) =>
        new(drop.Id, drop.District, drop.Source, drop.State, drop.LastModified, drop.UpdatedAt, drop.ReasonCode);
}
