using System.Text;
using ClosingGap.Pipeline.Districts;
using ClosingGap.Pipeline.Documents;
using ClosingGap.Pipeline.Drops;
using ClosingGap.Pipeline.Ports;

namespace ClosingGap.Pipeline.Webhooks;

/// <summary>Keeps what is to be delivered: written with the receipt, sent by whoever comes first, the run or the sweep.</summary>
public sealed class WebhookOutbox(IDocumentStore documents, TimeProvider time)
{
    /// <summary>Adds a receipt when the district has a webhook and this receipt is not in the outbox and was not in it before.</summary>
    public async Task AddAsync(Drop drop, byte[] receipt, CancellationToken cancellationToken)
    {
        if (!DistrictId.TryParse(drop.District, out var district)
            || drop.Deliveries.Any(done => done.Attempt == drop.Attempt && done.State == drop.State)
            || (await documents.GetAsync(DocumentKeys.Registration(district), PipelineJson.Default.DistrictRegistration, cancellationToken))?.Value.Webhook is null)
        {
            return;
        }

        var delivery = new WebhookDelivery(
            WebhookDelivery.IdOf(drop), drop.Id, district.ToString(), drop.Attempt, drop.State, Encoding.UTF8.GetString(receipt), time.GetUtcNow());
        await documents.CreateAsync(DocumentKeys.WebhookDelivery(delivery.Id), delivery, PipelineJson.Default.WebhookDelivery, cancellationToken);
    }
}
