using ClosingGap.LocalRuntime.Invocation;
using ClosingGap.LocalRuntime.State;

namespace ClosingGap.LocalRuntime.Blobs;

/// <summary>
/// Runs a function for one blob. The try is counted before it begins, so that a blob that brings the process down is given
/// up in the end; the receipt is written after it ends, so that a killed run is run again.
/// </summary>
internal sealed class BlobRun(
    BlobFunction function, FunctionInvoker invoker, RuntimeStateStore store, BlobPollingOptions options, TimeProvider time, BlobLog log)
{
    public static bool IsDue(BlobReceipt? receipt, FoundBlob blob, DateTimeOffset now) =>
        receipt is null
        || !string.Equals(receipt.ETag, blob.Input.ETag, StringComparison.Ordinal)
        || (receipt.State == ReceiptState.Open && receipt.Due <= now);

    public async Task RunAsync(FoundBlob blob, CancellationToken cancellationToken)
    {
        try
        {
            // Read again: a run of this blob may have ended between the listing and now.
            var kept = await store.ReadReceiptAsync(function.Name, blob.Input.Path, cancellationToken);
            if (IsDue(kept, blob, time.GetUtcNow()))
            {
                var tries = kept is not null && string.Equals(kept.ETag, blob.Input.ETag, StringComparison.Ordinal) ? kept.Tries : 0;
                await TryAsync(blob, tries, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The host stops; what is not recorded is taken again at the next start.
        }
        catch (Exception problem)
        {
            log.ReceiptFailed(function.Name, problem.GetType().Name);
        }
    }

    private async Task TryAsync(FoundBlob blob, int tries, CancellationToken cancellationToken)
    {
        var input = blob.Input;
        if (tries < options.PoisonBlobThreshold)
        {
            tries++;
            await RecordAsync(ReceiptState.Open, tries, time.GetUtcNow());
            if (await InvokeAsync(input, cancellationToken))
            {
                await RecordAsync(ReceiptState.Done, tries, default);
                return;
            }

            if (cancellationToken.IsCancellationRequested)
            {
                // Shutdown cut the try short: that is not the blob's fault.
                await RecordAsync(ReceiptState.Open, tries - 1, time.GetUtcNow());
                return;
            }
        }

        if (tries < options.PoisonBlobThreshold)
        {
            await RecordAsync(ReceiptState.Open, tries, time.GetUtcNow() + options.DelayAfter(tries));
            return;
        }

        // Message first: a kill between the two writes it twice rather than never.
        await PoisonQueue.SendAsync(function, blob, cancellationToken);
        await RecordAsync(ReceiptState.Poisoned, tries, default);
        log.Poisoned(function.Name, tries);

        Task RecordAsync(ReceiptState state, int count, DateTimeOffset due) =>
            store.WriteReceiptAsync(function.Name, input.Path, new BlobReceipt(input.ETag, state, count, due), CancellationToken.None);
    }

    private async Task<bool> InvokeAsync(BlobTriggerInput input, CancellationToken cancellationToken)
    {
        var data = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase)
        {
            ["BlobTrigger"] = input.Path,
            ["Uri"] = input.Container.GetBlobClient(input.BlobName).Uri,
            ["Metadata"] = input.Metadata,
        };
        foreach (var (name, value) in input.Captured)
        {
            data[name] = value;
        }

        try
        {
            await using var context = invoker.CreateContext(function, input, data, cancellationToken);
            await invoker.RunAsync(context);
            return true;
        }
        catch (Exception)
        {
            // Logged where it was run; the tries decide what becomes of the blob.
            return false;
        }
    }
}
