namespace ClosingGap.LocalRuntime.Blobs;

/// <summary>The message of a blob that was given up, with the fields the Functions host writes.</summary>
internal sealed record PoisonBlobMessage(string FunctionId, string BlobType, string ContainerName, string BlobName, string ETag);
