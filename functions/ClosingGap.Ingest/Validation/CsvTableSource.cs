using System.Runtime.CompilerServices;
using ClosingGap.Ingest.Csv;
using ClosingGap.Ingest.Diagnostics;
using ClosingGap.Ingest.Tables;

namespace ClosingGap.Ingest.Validation;

/// <summary>The rows of a file of the standard; records that are no sound CSV are reported and fall out here.</summary>
internal sealed class CsvTableSource(string table, TableMode? declaredMode, CsvFile csv, FileTally tally, FindingReporter reporter) : ITableSource
{
    public string Table => table;

    public TableMode? DeclaredMode => declaredMode;

    public IReadOnlyList<string> Columns => csv.Header;

    public async IAsyncEnumerable<SourceRow> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in csv.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            if (row.Fault is null && IsHeaderAgain(row.Cells))
            {
                tally.Read++;
                var isLeftOut = reporter.File(DiagnosticCodes.TableRepeatedHeader, tally, row.Row) == Severity.Warning;
                tally.Accepted += isLeftOut ? 1 : 0;
                tally.Rejected += isLeftOut ? 0 : 1;
                continue;
            }

            var isSound = row.Fault is null || reporter.File(row.Fault, tally, row.Row) == Severity.Warning;
            isSound &= row.Deviation is null || reporter.File(row.Deviation, tally, row.Row) == Severity.Warning;
            if (isSound)
            {
                yield return new SourceRow(tally.File, row.Row, row.Cells);
            }
            else
            {
                tally.Read++;
                tally.Rejected++;
            }
        }

        if (csv.BlankLines > 0)
        {
            reporter.Once(DiagnosticCodes.CsvBlankLine, tally);
        }
    }

    /// <summary>Exports joined from parts repeat the header between them.</summary>
    private bool IsHeaderAgain(IReadOnlyList<string?> cells) =>
        string.Equals(cells[0], csv.Header[0], StringComparison.Ordinal) && cells.SequenceEqual(csv.Header, StringComparer.Ordinal);
}
