using System.Runtime.CompilerServices;
using ClosingGap.Ingest.Csv;
using ClosingGap.Ingest.Diagnostics;
using ClosingGap.Ingest.Tables;
using ClosingGap.Ingest.Validation.Clean;

namespace ClosingGap.Ingest.Validation;

/// <summary>The sound rows of a file one by one; written out by hand, as it goes through every row of every file.</summary>
internal sealed class CsvTableRows(CsvFile csv, FileTally tally, FindingReporter reporter, CancellationToken cancellationToken) : IAsyncEnumerator<SourceRow>
{
    public SourceRow Current { get; private set; }

    private CleanBlock? _block;
    private int _record;

    /// <summary>The short way of rows that are in order; null: all go the long way, which is the caller's.</summary>
    public CleanRows? Short { get; set; }

    public ValueTask<bool> MoveNextAsync() => TryMove(out var pending) ? ValueTask.FromResult(true) : GoOnAsync(pending);

    public async ValueTask DisposeAsync()
    {
        _block?.Dispose();
        if (Short is { } way)
        {
            await way.Reader.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Goes on until a row is the caller's, a write has to be waited for, or nothing is left in the buffer.</summary>
    private bool TryMove(out ValueTask pending)
    {
        pending = default;
        return Short is { } way ? TryMoveInBlock(way, ref pending) : TryMoveSingly();
    }

    private bool TryMoveSingly()
    {
        while (csv.TryNext())
        {
            csv.MakeRow();
            if (Take(csv.Current))
            {
                return true;
            }
        }

        return false;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool TryMoveInBlock(CleanRows way, ref ValueTask pending)
    {
        while (_block is { } block && _record < block.Csv.Count)
        {
            var index = _record++;
            way.Approach(block, index);
            if (way.TryTake(block, index))
            {
                pending = way.WriteAsync(cancellationToken);
                if (!pending.IsCompletedSuccessfully)
                {
                    return false;
                }

                continue;
            }

            if (Take(csv.Maker.Make(block.Csv, index)))
            {
                return true;
            }
        }

        return false;
    }

    private async ValueTask<bool> GoOnAsync(ValueTask pending)
    {
        do
        {
            await pending.ConfigureAwait(false);
            if (Short is { } way ? !await HasRecordsAsync(way).ConfigureAwait(false) : !await HasTextAsync().ConfigureAwait(false))
            {
                return false;
            }
        }
        while (!TryMove(out pending));
        return true;
    }

    /// <summary>Reads on; false at the end of the file.</summary>
    private async ValueTask<bool> HasTextAsync()
    {
        if (csv.IsAtEnd)
        {
            return End(csv.BlankLines);
        }

        await csv.FillAsync(cancellationToken).ConfigureAwait(false);
        return true;
    }

    /// <summary>Takes the next block where this one is done; false at the end of the file.</summary>
    private async ValueTask<bool> HasRecordsAsync(CleanRows way)
    {
        if (_block is { } block)
        {
            if (_record < block.Csv.Count)
            {
                return true;
            }

            if (block.Csv.IsLast)
            {
                block.Csv.Failure?.Throw();
                return End(csv.BlankLines + way.Reader.BlankLines);
            }

            block.Dispose();
            _block = null;
        }

        _block = await way.Reader.NextAsync().ConfigureAwait(false);
        _record = 0;
        return true;
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

    private bool End(long blankLines)
    {
        if (blankLines > 0)
        {
            reporter.Once(DiagnosticCodes.CsvBlankLine, tally);
        }

        return false;
    }
}
