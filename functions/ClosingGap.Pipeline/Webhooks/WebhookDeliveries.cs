using System.Text;
using ClosingGap.Pipeline.Districts;
using ClosingGap.Pipeline.Documents;
using ClosingGap.Pipeline.Drops;
using ClosingGap.Pipeline.Ports;
using Microsoft.Extensions.Options;

namespace ClosingGap.Pipeline.Webhooks;

/// <summary>
/// Sends what lies in the outbox, at least once each. A try is written down before it is made, so that a death counts as a try and two
/// processes do not make the same one. Nothing here blocks or fails a drop.
/// </summary>
public sealed class WebhookDeliveries(
    IDocumentStore documents,
    DropRecords records,
    DistrictRegistry registry,
    WebhookKeys keys,
    IWebhookSender sender,
    IOptions<WebhookOptions> options,
    TimeProvider time)
{
    /// <summary>The code when the secret by which receipts are signed is not set.</summary>
    public const string SecretMissing = "webhook.secret_missing";

    private const int PageSize = 100;
    private const int MaxRemembered = 20;

    /// <summary>Makes the first try for the receipt that the drop has now, if it has one. A fault of any kind is left to the sweep.</summary>
    public async Task SendFirstAsync(string dropId, CancellationToken cancellationToken)
    {
        try
        {
            if ((await records.FindAsync(dropId, cancellationToken))?.Value is { } drop && drop.State.HasReceipt()
                && await FindAsync(WebhookDelivery.IdOf(drop), cancellationToken) is { Value.Tries: 0 } stored)
            {
                await TryAsync(stored, cancellationToken);
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            // The delivery lies in the outbox as it was.
        }
    }

    /// <summary>Sends what is due; the number of receipts that were taken.</summary>
    public async Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        var due = await DueAsync(cancellationToken);
        var taken = 0;
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Value.Parallel, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(due, parallel, async (stored, token) =>
        {
            if (await TryAsync(stored, token))
            {
                Interlocked.Increment(ref taken);
            }
        });
        return taken;
    }

    private async Task<List<Stored<WebhookDelivery>>> DueAsync(CancellationToken cancellationToken)
    {
        var due = new List<Stored<WebhookDelivery>>();
        var now = time.GetUtcNow();
        string? after = null;
        do
        {
            var page = await documents.ListAsync(DocumentKeys.WebhookOutbox, "", after, PageSize, cancellationToken);
            due.AddRange(page.Documents
                .Select(document => new Stored<WebhookDelivery>(JsonDocuments.Read(document.Body, PipelineJson.Default.WebhookDelivery), document.ETag))
                .Where(stored => stored.Value.Due <= now));
            after = page.NextAfter;
        }
        while (after is not null && due.Count < options.Value.MaxPerSweep);

        return [.. due.OrderBy(stored => stored.Value.Due).Take(options.Value.MaxPerSweep)];
    }

    /// <summary>Makes one try; true when the receipt was taken.</summary>
    private async Task<bool> TryAsync(Stored<WebhookDelivery> stored, CancellationToken cancellationToken)
    {
        var delivery = stored.Value;
        var district = DistrictId.Parse(delivery.District);
        var drop = (await records.FindAsync(delivery.DropId, cancellationToken))?.Value;
        if (drop is null || IsDone(drop, delivery) || (await registry.FindAsync(district, cancellationToken))?.Webhook is not { } url)
        {
            await RemoveAsync(delivery, cancellationToken);
            return false;
        }

        var now = time.GetUtcNow();
        var tried = delivery with { Tries = delivery.Tries + 1, Due = now + options.Value.WaitAfter(delivery.Tries + 1) };
        var claim = await documents.ReplaceAsync(DocumentKeys.WebhookDelivery(delivery.Id), tried, stored.ETag, PipelineJson.Default.WebhookDelivery, cancellationToken);
        if (!claim.IsWritten)
        {
            return false;
        }

        var fault = keys.IsAvailable ? await SendAsync(new Uri(url), district, tried, now, cancellationToken) : SecretMissing;
        if (fault is null || tried.Tries >= options.Value.MaxTries)
        {
            await EndAsync(tried, fault, cancellationToken);
        }
        else
        {
            await documents.ReplaceAsync(
                DocumentKeys.WebhookDelivery(delivery.Id), tried with { Fault = fault }, claim.ETag!, PipelineJson.Default.WebhookDelivery, cancellationToken);
        }

        return fault is null;
    }

    private Task<string?> SendAsync(Uri url, DistrictId district, WebhookDelivery delivery, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var body = Encoding.UTF8.GetBytes(delivery.Body);
        return sender.SendAsync(
            new WebhookMessage(url, body, WebhookSignature.Of(keys.For(district), now, body), delivery.Event(), delivery.Id), cancellationToken);
    }

    /// <summary>The fact goes to the record first: a death between leaves a delivery that is known to be done.</summary>
    private async Task EndAsync(WebhookDelivery delivery, string? fault, CancellationToken cancellationToken)
    {
        var fact = new DropDelivery(delivery.Attempt, delivery.State, fault is null, delivery.Tries, time.GetUtcNow(), fault);
        await records.ChangeAsync(
            delivery.DropId,
            null,
            drop => IsDone(drop, delivery) ? null : drop with { Deliveries = [.. drop.Deliveries.TakeLast(MaxRemembered - 1), fact] },
            cancellationToken);
        await RemoveAsync(delivery, cancellationToken);
    }

    private static bool IsDone(Drop drop, WebhookDelivery delivery) =>
        drop.Deliveries.Any(done => done.Attempt == delivery.Attempt && done.State == delivery.State);

    private Task<Stored<WebhookDelivery>?> FindAsync(string id, CancellationToken cancellationToken) =>
        documents.GetAsync(DocumentKeys.WebhookDelivery(id), PipelineJson.Default.WebhookDelivery, cancellationToken);

    private Task RemoveAsync(WebhookDelivery delivery, CancellationToken cancellationToken)
    {
        var key = DocumentKeys.WebhookDelivery(delivery.Id);
        return documents.DeleteAsync(key.Partition, key.Id, null, cancellationToken);
    }
}
