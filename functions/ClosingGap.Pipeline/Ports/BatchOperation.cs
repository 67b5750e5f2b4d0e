namespace ClosingGap.Pipeline.Ports;

/// <summary>One operation of a batch in one partition.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="Document">What is written; for a delete only partition, id and IfMatch count.</param>
public sealed record BatchOperation(BatchKind Kind, DocumentWrite Document);
