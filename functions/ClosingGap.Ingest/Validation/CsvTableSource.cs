using ClosingGap.Ingest.Csv;
using ClosingGap.Ingest.Tables;

namespace ClosingGap.Ingest.Validation;

/// <summary>The rows of a file of the standard; records that are no sound CSV are reported and fall out here. To be read once.</summary>
internal sealed class CsvTableSource(string table, TableMode? declaredMode, CsvFile csv, FileTally tally, FindingReporter reporter)
    : ITableSource, IAsyncEnumerable<SourceRow>
{
    public string Table => table;

    public TableMode? DeclaredMode => declaredMode;

    public IReadOnlyList<string> Columns => csv.Header;

    public IAsyncEnumerable<SourceRow> ReadAsync(CancellationToken cancellationToken) => this;

    /// <summary>The file itself.</summary>
    public CsvFile File => csv;

    public IAsyncEnumerator<SourceRow> GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
        new CsvTableRows(csv, tally, reporter, cancellationToken);
}
