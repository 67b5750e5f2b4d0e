namespace ClosingGap.Ingest.Validation;

/// <summary>Gives the records of the published snapshot that another system's exports are joined to.</summary>
/// <param name="table"><c>users</c>, of which students only are given, or <c>classes</c>.</param>
/// <param name="cancellationToken">Stops the reading.</param>
/// <returns>Every record, in any order; null when the snapshot has no such table.</returns>
public delegate IAsyncEnumerable<JoinReference>? JoinReferenceReader(string table, CancellationToken cancellationToken);
