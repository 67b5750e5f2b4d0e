namespace ClosingGap.Ingest.Canonical;

/// <summary>A table of the district's snapshot: its columns, its key, and how it is split.</summary>
/// <param name="Name">The file name of the standard without <c>.csv</c>, e.g. <c>enrollments</c>.</param>
/// <param name="Columns">All columns, in the order in which cells are held.</param>
/// <param name="Key">The columns that identify a row.</param>
/// <param name="StudentColumn">The column with the student's sourcedId by which the table is split in shards; null: one shard for the district.</param>
public sealed record CanonicalTable(string Name, IReadOnlyList<CanonicalColumn> Columns, IReadOnlyList<string> Key, string? StudentColumn)
{
    private readonly Dictionary<string, int> _ordinals =
        Columns.Select((column, index) => (column.Name, index)).ToDictionary(pair => pair.Name, pair => pair.index, StringComparer.Ordinal);

    /// <summary>The position of a column, or -1.</summary>
    public int Ordinal(string column) => _ordinals.GetValueOrDefault(column, -1);

    /// <summary>True when the table is split by student.</summary>
    public bool IsSharded => StudentColumn is not null;
}
