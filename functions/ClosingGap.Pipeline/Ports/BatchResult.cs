namespace ClosingGap.Pipeline.Ports;

/// <summary>The end of a batch: all operations are stored, or none.</summary>
/// <param name="IsWritten">True when all are stored.</param>
/// <param name="Results">One result for each operation, in their order.</param>
public sealed record BatchResult(bool IsWritten, IReadOnlyList<WriteResult> Results);
