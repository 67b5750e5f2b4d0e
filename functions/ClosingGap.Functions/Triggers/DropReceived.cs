using Azure.Storage.Blobs;
using ClosingGap.Functions.Orchestrations;
using ClosingGap.Pipeline.Drops;
using ClosingGap.Pipeline.Webhooks;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ClosingGap.Functions.Triggers;

/// <summary>A blob came into the container of drops.</summary>
public sealed class DropReceived(DropReceiver receiver, WebhookDeliveries deliveries)
{
    [Function(nameof(DropReceived))]
    public async Task RunAsync(
        [BlobTrigger("drops/{name}", Source = BlobTriggerSource.EventGrid, Connection = "AzureWebJobsStorage")] BlobClient blob,
        string name,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken)
    {
        if (await receiver.ReceiveAsync(name, new DurableDropStarter(client), cancellationToken) is { } dropId)
        {
            await deliveries.SendFirstAsync(dropId, cancellationToken);
        }
    }
}
