using ClosingGap.Ingest.Canonical;

namespace ClosingGap.Ingest.Snapshot;

/// <summary>Some columns of a canonical table in memory, one array each, all of <see cref="RowCount"/> cells. Null is blank or absent.</summary>
public sealed class CanonicalColumns
{
    private readonly Dictionary<string, object> _columns;

    internal CanonicalColumns(CanonicalTable table, int rowCount, Dictionary<string, object> columns)
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
    public string?[] Texts(string column) => Coded(column).ToArray();

    /// <summary>A column of type Text, Id, IdList or Code, as numbers of its distinct values.</summary>
    /// <exception cref="ArgumentException">The column was not read, or is of another type.</exception>
    public CodedTexts Coded(string column) => Get<CodedTexts>(column);

    /// <summary>A column of type Date.</summary>
    /// <exception cref="ArgumentException">The column was not read, or is of another type.</exception>
    public DateOnly?[] Dates(string column) => Get<DateOnly?[]>(column);

    /// <summary>A column of type DateTime; their kind is unspecified: they are of the district's clock.</summary>
    /// <exception cref="ArgumentException">The column was not read, or is of another type.</exception>
    public DateTime?[] DateTimes(string column) => Get<DateTime?[]>(column);

    /// <summary>A column of type Boolean.</summary>
    /// <exception cref="ArgumentException">The column was not read, or is of another type.</exception>
    public bool?[] Booleans(string column) => Get<bool?[]>(column);

    /// <summary>A column of type Integer or SchoolYear.</summary>
    /// <exception cref="ArgumentException">The column was not read, or is of another type.</exception>
    public int?[] Integers(string column) => Get<int?[]>(column);

    /// <summary>A column of type Decimal.</summary>
    /// <exception cref="ArgumentException">The column was not read, or is of another type.</exception>
    public decimal?[] Decimals(string column)
    {
        var cells = Millionths(column);
        var values = new decimal?[cells.Count];
        for (var row = 0; row < values.Length; row++)
        {
            values[row] = cells[row] is { } millionths ? CellCodec.ToDecimal(millionths) : null;
        }

        return values;
    }

    /// <summary>A column of type Decimal, in whole millionths.</summary>
    /// <exception cref="ArgumentException">The column was not read, or is of another type.</exception>
    public DecimalCells Millionths(string column) => Get<DecimalCells>(column);

    /// <summary>The same columns, and with them others of the table that were not read, as if no row had a value there.</summary>
    public CanonicalColumns WithBlank(IEnumerable<string> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        var all = new Dictionary<string, object>(_columns, StringComparer.Ordinal);
        var blanks = new Dictionary<Type, object>();
        foreach (var name in columns)
        {
            if (!all.ContainsKey(name))
            {
                all[name] = Blank(Table.Columns[Table.Ordinal(name)].Type, blanks);
            }
        }

        return new CanonicalColumns(Table, RowCount, all);
    }

    private object Blank(ColumnType type, Dictionary<Type, object> blanks)
    {
        return type switch
        {
            ColumnType.Boolean => Of(static rows => new bool?[rows]),
            ColumnType.Date => Of(static rows => new DateOnly?[rows]),
            ColumnType.DateTime => Of(static rows => new DateTime?[rows]),
            ColumnType.Integer or ColumnType.SchoolYear => Of(static rows => new int?[rows]),
            ColumnType.Decimal => Of(DecimalCells.Blank),
            _ => Of(CodedTexts.Blank),
        };

        object Of<T>(Func<int, T> make)
            where T : class => blanks.TryGetValue(typeof(T), out var known) ? known : blanks[typeof(T)] = make(RowCount);
    }

    private T Get<T>(string column)
        where T : class => _columns.TryGetValue(column, out var values) && values is T typed
        ? typed
        : throw new ArgumentException($"The column {column} of {Table.Name} was not read, or is not of this type.", nameof(column));
}
