namespace ClosingGap.Ingest.Validation;

/// <summary>Gives the ids that the published snapshot holds for a table, for references that leave the package.</summary>
/// <param name="table">The canonical table's name, e.g. <c>users</c>.</param>
/// <param name="cancellationToken">Stops the reading.</param>
/// <returns>Every <c>sourcedId</c> of the table, in any order; null when the snapshot has no such table.</returns>
public delegate IAsyncEnumerable<string>? BaseReferenceReader(string table, CancellationToken cancellationToken);
