namespace ClosingGap.Pipeline.Ports;

/// <summary>A document as it was read.</summary>
/// <param name="Partition">The partition key.</param>
/// <param name="Id">The id, unique in the whole store; 1 to 255 characters without <c>/ \ ? #</c>.</param>
/// <param name="Body">A JSON object in UTF-8.</param>
/// <param name="ETag">Changes with every write.</param>
public sealed record StoredDocument(string Partition, string Id, ReadOnlyMemory<byte> Body, string ETag);
