using ClosingGap.Ingest.Canonical;

namespace ClosingGap.Ingest.Snapshot;

/// <summary>Some columns of a canonical table in memory, one array each, all of <see cref="RowCount"/> cells. Null is blank or absent.</summary>
public sealed class CanonicalColumns
{
    private readonly Dictionary<string, Array> _columns;

    internal CanonicalColumns(CanonicalTable table, int rowCount, Dictionary<string, Array> columns)
    {
        Table = table;
        RowCount = rowCount;
        _columns = columns;
    }

    /// <summary>The table.</summary>
    public CanonicalTable Table { get; }

    /// <summary>The number of rows, over all row groups.</summary>
    public int RowCount { get; }

    /// <summary>A column of type Text, Id, IdList or Code. Equal strings of one column are mostly one object.</summary>
    /// <exception cref="ArgumentException">The column was not read, or is of another type.</exception>
    public string?[] Texts(string column) => Get<string?>(column);

    /// <summary>A column of type Date.</summary>
    /// <exception cref="ArgumentException">The column was not read, or is of another type.</exception>
    public DateOnly?[] Dates(string column) => Get<DateOnly?>(column);

    /// <summary>A column of type DateTime; their kind is unspecified: they are of the district's clock.</summary>
    /// <exception cref="ArgumentException">The column was not read, or is of another type.</exception>
    public DateTime?[] DateTimes(string column) => Get<DateTime?>(column);

    /// <summary>A column of type Boolean.</summary>
    /// <exception cref="ArgumentException">The column was not read, or is of another type.</exception>
    public bool?[] Booleans(string column) => Get<bool?>(column);

    /// <summary>A column of type Integer or SchoolYear.</summary>
    /// <exception cref="ArgumentException">The column was not read, or is of another type.</exception>
    public int?[] Integers(string column) => Get<int?>(column);

    /// <summary>A column of type Decimal.</summary>
    /// <exception cref="ArgumentException">The column was not read, or is of another type.</exception>
    public decimal?[] Decimals(string column) => Get<decimal?>(column);

    private T[] Get<T>(string column) => _columns.TryGetValue(column, out var values) && values is T[] typed
        ? typed
        : throw new ArgumentException($"The column {column} of {Table.Name} was not read, or is not of this type.", nameof(column));
}
