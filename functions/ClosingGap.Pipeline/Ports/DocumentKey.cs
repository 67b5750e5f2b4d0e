namespace ClosingGap.Pipeline.Ports;

/// <summary>Where a document is.</summary>
public readonly record struct DocumentKey(string Partition, string Id);
