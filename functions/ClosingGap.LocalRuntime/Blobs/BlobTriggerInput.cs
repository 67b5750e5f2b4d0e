using Azure.Storage.Blobs;

namespace ClosingGap.LocalRuntime.Blobs;

/// <summary>The blob that started a function, as it was when it was found.</summary>
internal sealed record BlobTriggerInput(
    BlobContainerClient Container, string BlobName, string ETag, IReadOnlyDictionary<string, string> Captured, IDictionary<string, string> Metadata)
{
    /// <summary><c>container/blob</c>.</summary>
    public string Path => $"{Container.Name}/{BlobName}";
}
