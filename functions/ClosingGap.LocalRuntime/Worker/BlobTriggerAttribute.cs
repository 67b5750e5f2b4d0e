using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Starts a function when a blob is created or rewritten.</summary>
public sealed class BlobTriggerAttribute : TriggerBindingAttribute
{
    public BlobTriggerAttribute(string blobPath) => BlobPath = blobPath;

    /// <summary><c>container/pattern</c>, with captures such as <c>{name}</c>.</summary>
    public string BlobPath { get; }

    /// <summary>The name of the app setting that holds the storage connection.</summary>
    public string? Connection { get; set; }

    public BlobTriggerSource Source { get; set; }
}
