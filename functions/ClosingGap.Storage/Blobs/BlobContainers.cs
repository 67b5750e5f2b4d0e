using System.Collections.Concurrent;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace ClosingGap.Storage.Blobs;

/// <summary>Makes a container before the first write to it, once in the life of the process.</summary>
internal sealed class BlobContainers(BlobServiceClient service)
{
    private readonly ConcurrentDictionary<string, bool> _made = new(StringComparer.Ordinal);

    public async Task EnsureAsync(string container, CancellationToken cancellationToken)
    {
        if (_made.ContainsKey(container))
        {
            return;
        }

        var client = service.GetBlobContainerClient(container);
        try
        {
            await client.CreateIfNotExistsAsync(PublicAccessType.None, null, null, cancellationToken).ConfigureAwait(false);
        }
        catch (RequestFailedException exception) when (exception.Status == 403)
        {
            // An identity whose rights end at the container cannot make it, and need not when it is there.
            if (!(await client.ExistsAsync(cancellationToken).ConfigureAwait(false)).Value)
            {
                throw;
            }
        }

        _made[container] = true;
    }

    public void Forget(string container) => _made.TryRemove(container, out _);
}
