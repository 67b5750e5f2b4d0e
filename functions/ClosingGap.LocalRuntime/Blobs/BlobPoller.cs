using System.Collections.Concurrent;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using ClosingGap.LocalRuntime.State;

namespace ClosingGap.LocalRuntime.Blobs;

/// <summary>
/// Lists a function's container again and again, and runs the function for each blob that has no receipt for its ETag and
/// is due, a bounded number at once. A container that does not exist yet is empty.
/// </summary>
internal sealed class BlobPoller(
    BlobFunction function, BlobRun run, RuntimeStateStore store, BlobPollingOptions options, TimeProvider time, BlobLog log)
{
    private readonly ConcurrentDictionary<string, Task> running = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim places = new(options.MaxDegreeOfParallelism);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var container = new BlobContainerClient(function.ConnectionString, function.Pattern.Container);
        try
        {
            while (true)
            {
                await PollAsync(container, cancellationToken);
                await Task.Delay(options.PollInterval, time, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await Task.WhenAll(running.Values);
        }
    }

    private async Task PollAsync(BlobContainerClient container, CancellationToken cancellationToken)
    {
        try
        {
            var pages = container.GetBlobsAsync(BlobTraits.Metadata, BlobStates.None, function.Pattern.Prefix, cancellationToken).AsPages();
            await foreach (var page in pages)
            {
                await StartDueAsync([.. page.Values.Select(item => Match(container, item)).OfType<FoundBlob>()], cancellationToken);
            }
        }
        catch (RequestFailedException problem) when (problem.Status == 404)
        {
            // The container comes with the first drop.
        }
        catch (Exception problem) when (problem is not LocalRuntimeException && !cancellationToken.IsCancellationRequested)
        {
            // Storage or the state file cannot be reached for now; a poll later it may be.
            log.ListingFailed(function.Name, problem.GetType().Name);
        }
    }

    private FoundBlob? Match(BlobContainerClient container, BlobItem item)
    {
        if (item.Properties.ETag is not { } tag || function.Pattern.Match(item.Name) is not { } captured)
        {
            return null;
        }

        var input = new BlobTriggerInput(container, item.Name, tag.ToString("H"), captured, item.Metadata ?? new Dictionary<string, string>());
        return new FoundBlob(input, $"{item.Properties.BlobType ?? BlobType.Block}Blob");
    }

    private async Task StartDueAsync(FoundBlob[] blobs, CancellationToken cancellationToken)
    {
        var receipts = await store.ReadReceiptsAsync(function.Name, [.. blobs.Select(blob => blob.Input.Path)], cancellationToken);
        for (var index = 0; index < blobs.Length; index++)
        {
            var blob = blobs[index];
            if (running.ContainsKey(blob.Input.Path) || !BlobRun.IsDue(receipts[index], blob, time.GetUtcNow()))
            {
                continue;
            }

            await places.WaitAsync(cancellationToken);
            Start(blob, cancellationToken);
        }
    }

    private void Start(FoundBlob blob, CancellationToken cancellationToken)
    {
        var path = blob.Input.Path;
        var start = new TaskCompletionSource();
        running[path] = RunOneAsync();
        start.SetResult();

        // Waits for its own entry first: else a quick run would take itself out before it was put in.
        async Task RunOneAsync()
        {
            await start.Task.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
            try
            {
                await run.RunAsync(blob, cancellationToken);
            }
            finally
            {
                running.TryRemove(path, out _);
                places.Release();
            }
        }
    }
}
