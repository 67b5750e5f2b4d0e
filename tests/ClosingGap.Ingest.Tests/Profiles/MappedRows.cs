using ClosingGap.Ingest.Packages;
using ClosingGap.Ingest.Profiles;
using ClosingGap.Ingest.Tables;

namespace ClosingGap.Ingest.Tests.Profiles;

/// <summary>The rows of mapped tables, read whole.</summary>
internal sealed class MappedRows
{
    private readonly Dictionary<string, ITableSource> _sources;
    private readonly Dictionary<string, List<SourceRow>> _rows = new(StringComparer.Ordinal);

    private MappedRows(IReadOnlyList<ITableSource> sources) => _sources = sources.ToDictionary(source => source.Table, StringComparer.Ordinal);

    public CollectingDiagnostics Diagnostics { get; private init; } = new();

    public IReadOnlyCollection<string> Tables => _sources.Keys;

    public static async Task<MappedRows> ReadAsync(IPackage package, DistrictProfile profile, ProfileOptions? options = null)
    {
        var diagnostics = new CollectingDiagnostics();
        var token = TestContext.Current.CancellationToken;
        var sources = await ProfileTables.OpenAsync(package, profile, diagnostics, options, token);
        var result = new MappedRows(sources) { Diagnostics = diagnostics };
        foreach (var source in sources)
        {
            var rows = new List<SourceRow>();
            await foreach (var row in source.ReadAsync(token))
            {
                rows.Add(row);
            }

            result._rows.Add(source.Table, rows);
        }

        return result;
    }

    public IReadOnlyList<SourceRow> Of(string table) => _rows[table];

    public IReadOnlyList<string> Columns(string table) => _sources[table].Columns;

    /// <summary>The cells of some columns, row by row; of one column its cells.</summary>
    public IEnumerable<string?> Cells(string table, string column)
    {
        var ordinal = Ordinal(table, column);
        return _rows[table].Select(row => row.Cells[ordinal]);
    }

    public string? Cell(string table, SourceRow row, string column) => row.Cells[Ordinal(table, column)];

    private int Ordinal(string table, string column)
    {
        var ordinal = _sources[table].Columns.ToList().IndexOf(column);
        Assert.True(ordinal >= 0, $"{table} has no column {column}.");
        return ordinal;
    }
}
