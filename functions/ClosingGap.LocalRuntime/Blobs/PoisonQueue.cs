using System.Text.Json;
using Azure.Storage.Queues;

namespace ClosingGap.LocalRuntime.Blobs;

/// <summary>The queue of blobs that were given up, in the storage of the trigger; made when first needed. Messages are Base64, as the Functions host writes them.</summary>
internal static class PoisonQueue
{
    public const string Name = "webjobs-blobtrigger-poison";

    public static async Task SendAsync(BlobFunction function, FoundBlob blob, CancellationToken cancellationToken)
    {
        var queue = new QueueClient(function.ConnectionString, Name, new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });
        await queue.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        var message = new PoisonBlobMessage(
            $"Host.Functions.{function.Name}", blob.Type, blob.Input.Container.Name, blob.Input.BlobName, blob.Input.ETag);
        var json = JsonSerializer.SerializeToUtf8Bytes(message, PoisonBlobMessageContext.Default.PoisonBlobMessage);
        await queue.SendMessageAsync(BinaryData.FromBytes(json), cancellationToken: cancellationToken);
    }
}
