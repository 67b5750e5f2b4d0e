using ClosingGap.Ingest.Csv;
using ClosingGap.Ingest.Diagnostics;
using ClosingGap.Ingest.Tables;

namespace ClosingGap.Ingest.Validation;

/// <summary>The sound rows of a file one by one; written out by hand, as it goes through every row of every file.</summary>
internal sealed class CsvTableRows(CsvFile csv, FileTally tally, FindingReporter reporter, CancellationToken cancellationToken) : IAsyncEnumerator<SourceRow>
{
    public SourceRow Current { get; private set; }

    public ValueTask<bool> MoveNextAsync()
    {
        while (true)
        {
            var next = csv.NextAsync(cancellationToken);
            if (!next.IsCompletedSuccessfully)
            {
                return WaitAsync(next);
            }

            if (!next.Result)
            {
                End();
                return ValueTask.FromResult(false);
            }

            if (Take(csv.Current))
            {
                return ValueTask.FromResult(true);
            }
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async ValueTask<bool> WaitAsync(ValueTask<bool> next)
    {
        if (!await next.ConfigureAwait(false))
        {
            End();
            return false;
        }

        return Take(csv.Current) || await MoveNextAsync().ConfigureAwait(false);
    }

    private bool Take(in CsvRow row)
    {
        var isSound = row.Fault is null || reporter.File(row.Fault, tally, row.Row) == Severity.Warning;
        isSound &= row.Deviation is null || reporter.File(row.Deviation, tally, row.Row) == Severity.Warning;
        if (isSound)
        {
            Current = new SourceRow(tally.File, row.Row, row.Cells);
            return true;
        }

        tally.Read++;
        tally.Rejected++;
        return false;
    }

    private void End()
    {
        if (csv.BlankLines > 0)
        {
            reporter.Once(DiagnosticCodes.CsvBlankLine, tally);
        }
    }
}
