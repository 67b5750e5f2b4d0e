using ClosingGap.Ingest.Csv;
using ClosingGap.Ingest.Diagnostics;
using ClosingGap.Ingest.Tables;
using ClosingGap.Ingest.Validation.Clean;

namespace ClosingGap.Ingest.Validation;

/// <summary>The sound rows of a file one by one; written out by hand, as it goes through every row of every file.</summary>
internal sealed class CsvTableRows(CsvFile csv, FileTally tally, FindingReporter reporter, CancellationToken cancellationToken) : IAsyncEnumerator<SourceRow>
{
    public SourceRow Current { get; private set; }

    /// <summary>The short way of rows that are in order; null: all go the long way, which is the caller's.</summary>
    public CleanRows? Short { get; set; }

    public ValueTask<bool> MoveNextAsync()
    {
        while (csv.TryNext())
        {
            if (Short is { } way && csv.IsPlain && way.TryTake())
            {
                var write = way.WriteAsync(cancellationToken);
                if (!write.IsCompletedSuccessfully)
                {
                    return GoOnAsync(write);
                }

                continue;
            }

            csv.MakeRow();
            if (Take(csv.Current))
            {
                return ValueTask.FromResult(true);
            }
        }

        return csv.IsAtEnd ? ValueTask.FromResult(End()) : FillAsync();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async ValueTask<bool> GoOnAsync(ValueTask write)
    {
        await write.ConfigureAwait(false);
        return await MoveNextAsync().ConfigureAwait(false);
    }

    private async ValueTask<bool> FillAsync()
    {
        await csv.FillAsync(cancellationToken).ConfigureAwait(false);
        return await MoveNextAsync().ConfigureAwait(false);
    }

    private bool Take(in CsvRow row)
    {
        if (row.Fault is null && IsHeaderAgain(row.Cells))
        {
            tally.Read++;
            var isLeftOut = reporter.File(DiagnosticCodes.TableRepeatedHeader, tally, row.Row) == Severity.Warning;
            tally.Accepted += isLeftOut ? 1 : 0;
            tally.Rejected += isLeftOut ? 0 : 1;
            return false;
        }

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

    /// <summary>Exports joined from parts repeat the header between them.</summary>
    private bool IsHeaderAgain(string?[] cells) =>
        string.Equals(cells[0], csv.Header[0], StringComparison.Ordinal) && cells.SequenceEqual(csv.Header, StringComparer.Ordinal);

    private bool End()
    {
        if (csv.BlankLines > 0)
        {
            reporter.Once(DiagnosticCodes.CsvBlankLine, tally);
        }

        return false;
    }
}
