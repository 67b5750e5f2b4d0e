using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace ClosingGap.Ingest.Csv;

/// <summary>Reads the rest of a file in blocks of records, for one caller at a time.</summary>
internal sealed class CsvBlockReader(CsvScanner scanner, CsvRecordReader records, long row)
{
    /// <summary>Bytes that a block is meant to have: some thousand records, which mostly stay in the processor's caches.</summary>
    private const int BlockBytes = 1 << 19;

    private long _row = row;

    /// <summary>Blank lines met so far.</summary>
    public long BlankLines { get; private set; }

    /// <summary>Reads the next block. What ends the reading is told by the block, behind the records before it.</summary>
    public async Task<CsvBlock> NextAsync(CancellationToken cancellationToken)
    {
        var block = new CsvBlock();
        records.Fill(block);
        try
        {
            while (scanner.Pending < BlockBytes && !scanner.IsAtEnd)
            {
                await scanner.FillAsync(cancellationToken).ConfigureAwait(false);
            }

            Take(block);
            while (block.Count == 0 && !scanner.IsAtEnd)
            {
                await scanner.FillAsync(cancellationToken).ConfigureAwait(false);
                Take(block);
            }

            block.IsLast = scanner.IsAtEnd && scanner.Pending == 0 && !scanner.IsInvalid;
        }
        catch (Exception exception)
        {
            block.IsLast = true;
            block.Failure = ExceptionDispatchInfo.Capture(exception);
        }

        block.Hold(scanner.Detach(out var used), used);
        return block;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Take(CsvBlock block)
    {
        while (records.TryRead(_row + 1))
        {
            _row++;
            if (records.IsBlank)
            {
                BlankLines++;
            }
            else
            {
                block.Add(_row, records);
            }
        }
    }
}
