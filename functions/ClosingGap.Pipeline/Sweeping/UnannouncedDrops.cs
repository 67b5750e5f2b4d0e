using System.Collections.Concurrent;
using ClosingGap.Pipeline.Documents;
using ClosingGap.Pipeline.Drops;
using ClosingGap.Pipeline.Ports;
using Microsoft.Extensions.Options;

namespace ClosingGap.Pipeline.Sweeping;

/// <summary>Receives the drops that no event announced: blobs newer than the watermark less the look-back; all of them once a day.</summary>
public sealed class UnannouncedDrops(
    IBlobStore blobs, IDocumentStore documents, DropReceiver receiver, IOptions<PipelineOptions> options, TimeProvider time)
{
    private const int MaxRemembered = 100_000;
    private static readonly DocumentKey s_key = new("sweep", "sweep:state");
    private readonly ConcurrentDictionary<(string Path, string ETag), bool> _seen = new();

    /// <summary>Receives what is new; the number of blobs that this process had not seen.</summary>
    public async Task<int> ReceiveAsync(IDropStarter starter, CancellationToken cancellationToken)
    {
        var stored = await documents.GetAsync(s_key, PipelineJson.Default.SweepState, cancellationToken);
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var state = stored?.Value ?? new SweepState(DateTimeOffset.MinValue, DateOnly.MinValue);
        var full = state.FullPassOn < today || state.Watermark == DateTimeOffset.MinValue;
        var from = full ? DateTimeOffset.MinValue : state.Watermark - options.Value.SweepLookBack;
        var newest = state.Watermark;
        var received = 0;
        await foreach (var blob in blobs.ListAsync(DropPath.Container, "", cancellationToken))
        {
            if (blob.LastModified < from || !DropPath.Announces(blob.Path))
            {
                continue;
            }

            newest = blob.LastModified > newest ? blob.LastModified : newest;
            if (!_seen.ContainsKey((blob.Path, blob.ETag)))
            {
                await receiver.ReceiveAsync(blob.Path, starter, cancellationToken);
                Remember(blob);
                received++;
            }
        }

        if (newest != state.Watermark || full)
        {
            await documents.UpsertAsync(s_key, new SweepState(newest, today), PipelineJson.Default.SweepState, cancellationToken);
        }

        return received;
    }

    private void Remember(StoredBlob blob)
    {
        if (_seen.Count >= MaxRemembered)
        {
            _seen.Clear();
        }

        _seen[(blob.Path, blob.ETag)] = true;
    }
}
