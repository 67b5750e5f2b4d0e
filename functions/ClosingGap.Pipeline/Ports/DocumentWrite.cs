namespace ClosingGap.Pipeline.Ports;

/// <summary>A document to be written.</summary>
/// <param name="Partition">The partition key.</param>
/// <param name="Id">The id, unique in the whole store.</param>
/// <param name="Body">A JSON object in UTF-8.</param>
/// <param name="ExpiresAfter">The store forgets the document after this time; null: never. Whole seconds.</param>
/// <param name="IfMatch">For bulk and batch: write only when the stored ETag is this; null: whatever is stored.</param>
/// <param name="IfAbsent">For bulk and batch: write only when nothing is stored.</param>
public sealed record DocumentWrite(
    string Partition,
    string Id,
    ReadOnlyMemory<byte> Body,
    TimeSpan? ExpiresAfter = null,
    string? IfMatch = null,
    bool IfAbsent = false);
