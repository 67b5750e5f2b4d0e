using Microsoft.Azure.Functions.Worker;

namespace ClosingGap.LocalRuntime.Tests.Blobs;

public sealed class BlobContentFunctions(BlobRuns runs)
{
    [Function("AsText")]
    public Task AsText([BlobTrigger("contents/{name}")] string content, string name, IDictionary<string, string> metadata) =>
        runs.RunAsync($"text {name} {content} {metadata["kind"]}");

    [Function("AsBytes")]
    public Task AsBytes([BlobTrigger("contents/{name}")] byte[] content) => runs.RunAsync($"bytes {content.Length}");

    [Function("AsData")]
    public Task AsData([BlobTrigger("contents/{name}")] BinaryData content, string blobTrigger) => runs.RunAsync($"data {content} {blobTrigger}");

    [Function("AsStream")]
    public async Task AsStream([BlobTrigger("contents")] Stream content)
    {
        using var reader = new StreamReader(content);
        await runs.RunAsync($"stream {await reader.ReadToEndAsync()}");
    }
}
