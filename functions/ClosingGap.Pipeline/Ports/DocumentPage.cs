namespace ClosingGap.Pipeline.Ports;

/// <summary>A page of one partition, in ordinal order of ids.</summary>
/// <param name="Documents">The documents.</param>
/// <param name="NextAfter">The id after which the next page begins; null: this was the last.</param>
public sealed record DocumentPage(IReadOnlyList<StoredDocument> Documents, string? NextAfter);
