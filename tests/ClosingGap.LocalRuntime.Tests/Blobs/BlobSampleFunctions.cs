using Azure.Storage.Blobs;
using Microsoft.Azure.Functions.Worker;

namespace ClosingGap.LocalRuntime.Tests.Blobs;

public sealed class BlobSampleFunctions(BlobRuns runs)
{
    [Function("OnDrop")]
    public async Task OnDrop(
        [BlobTrigger("drops/in/{state}/{name}.zip", Connection = "DropStorage", Source = BlobTriggerSource.EventGrid)] BlobClient blob,
        string state,
        string name,
        Uri uri,
        CancellationToken cancellationToken)
    {
        var content = await blob.DownloadContentAsync(cancellationToken);
        await runs.RunAsync($"{state}|{name}|{content.Value.Content}|{uri.AbsolutePath[^4..]}");
    }
}
