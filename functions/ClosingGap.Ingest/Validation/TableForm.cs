using ClosingGap.Ingest.Csv;
using ClosingGap.Ingest.Diagnostics;

namespace ClosingGap.Ingest.Validation;

/// <summary>Looks at a file as CSV and as a table only: its header's names, the width of its rows, that it has any.</summary>
internal sealed class TableForm(CsvFile csv, CsvTableSource source, FileTally tally, FindingReporter reporter)
{
    /// <summary>Reads the file to its end.</summary>
    /// <param name="checksHeader">False when the header is judged elsewhere, and its rows cannot be used.</param>
    /// <exception cref="CsvUnreadableException">The file cannot be read on.</exception>
    public async Task ReadAsync(bool checksHeader, CancellationToken cancellationToken)
    {
        if (checksHeader)
        {
            CheckHeader();
        }

        await foreach (var _ in source.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            tally.Read++;
            tally.Accepted += checksHeader ? 1 : 0;
            tally.Rejected += checksHeader ? 0 : 1;
        }

        if (tally.Read == 0)
        {
            reporter.File(DiagnosticCodes.TableMissingDataRows, tally);
        }
    }

    private void CheckHeader()
    {
        if (csv.HeaderFault is { } fault)
        {
            reporter.File(fault, tally, 1);
        }
        else if (csv.Header.Count == 0)
        {
            reporter.File(DiagnosticCodes.TableMissingHeader, tally, 1);
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in csv.Header)
        {
            if (name.Length == 0)
            {
                reporter.File(DiagnosticCodes.TableEmptyHeaderName, tally, 1);
            }
            else if (!seen.Add(name))
            {
                reporter.File(DiagnosticCodes.TableDuplicateHeader, tally, 1);
            }
        }
    }
}
