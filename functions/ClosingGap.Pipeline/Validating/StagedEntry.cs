using ClosingGap.Ingest.Tables;

namespace ClosingGap.Pipeline.Validating;

/// <summary>A staged table.</summary>
/// <param name="Table">The canonical table.</param>
/// <param name="Mode">How its rows are meant.</param>
/// <param name="Shards">The shards that have rows; 0 for a table that is not split.</param>
public sealed record StagedEntry(string Table, TableMode Mode, IReadOnlyList<int> Shards);
