using System.Runtime.CompilerServices;
using System.Text;
using System.Threading.Channels;
using ClosingGap.Ingest.Contracts;
using ClosingGap.Ingest.Csv;

namespace ClosingGap.Ingest.Validation.Clean;

/// <summary>
/// Reads blocks of records ahead of their judgement, on another thread: which are clean, and the hashes of their ids. Nothing of this depends
/// on other rows. A block for which the judging thread waits already is given to it as it was split, and it looks at the rows itself: so both
/// threads have work to the end.
/// </summary>
internal sealed class CleanReader : IAsyncDisposable
{
    /// <summary>Blocks that wait to be judged; one more is being read.</summary>
    private const int Ahead = 2;

    private readonly CsvBlockReader _blocks;
    private readonly CleanShape _shape;
    private readonly CleanCells _cells;
    private readonly CsvRowMaker _maker;
    private readonly byte[] _firstHeader;
    private readonly int _width;
    private readonly int[] _oneOf;
    private readonly (int Subjects, int Codes)? _inStep;
    private readonly CancellationToken _cancellationToken;
    private Channel<CleanBlock>? _read;
    private volatile bool _isAwaited;
    private volatile bool _isStopped;

    public CleanReader(FileContract contract, CsvFile csv, CleanShape shape, CleanCells cells, CancellationToken cancellationToken)
    {
        _blocks = csv.Blocks();
        _shape = shape;
        _cells = cells;
        _maker = csv.Maker;
        _firstHeader = Encoding.UTF8.GetBytes(csv.Header[0]);
        _width = csv.Header.Count;
        _oneOf = contract.Name == "gradingPeriodGrades" ? [.. ExtensionRules.GradeColumns.ToArray().Select(contract.IndexOf)] : [];
        _inStep = contract.Name is "classes" or "courses" ? (contract.IndexOf("subjects"), contract.IndexOf("subjectCodes")) : null;
        _cancellationToken = cancellationToken;
    }

    /// <summary>Blank lines met so far.</summary>
    public long BlankLines => _blocks.BlankLines;

    /// <summary>Gives the next block.</summary>
    public async ValueTask<CleanBlock> NextAsync()
    {
        var block = _read is null ? await SplitAsync().ConfigureAwait(false) : await TakeAsync(_read.Reader).ConfigureAwait(false);
        if (_read is null && !block.Csv.IsLast)
        {
            // Most files end within one block.
            _read = Channel.CreateBounded<CleanBlock>(new BoundedChannelOptions(Ahead) { SingleReader = true, SingleWriter = true });
            _ = Task.Run(() => ReadAsync(_read.Writer), CancellationToken.None);
        }

        if (!block.IsLookedAt)
        {
            Look(block);
        }

        return block;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        _isStopped = true;
        if (_read is null)
        {
            return;
        }

        try
        {
            await foreach (var block in _read.Reader.ReadAllAsync(CancellationToken.None).ConfigureAwait(false))
            {
                block.Dispose();
            }
        }
        catch (Exception)
        {
            // Whatever it met, nobody asks for it any more.
        }
    }

    private async ValueTask<CleanBlock> TakeAsync(ChannelReader<CleanBlock> read)
    {
        if (!read.TryRead(out var block))
        {
            _isAwaited = true;
            block = await read.ReadAsync(CancellationToken.None).ConfigureAwait(false);
            _isAwaited = false;
        }

        return block;
    }

    private async Task ReadAsync(ChannelWriter<CleanBlock> read)
    {
        Exception? failure = null;
        try
        {
            var isLast = false;
            while (!isLast && !_isStopped)
            {
                var block = await SplitAsync().ConfigureAwait(false);
                isLast = block.Csv.IsLast;
                if (!_isAwaited)
                {
                    Look(block);
                }

                await read.WriteAsync(block, CancellationToken.None).ConfigureAwait(false);
            }
        }
        catch (Exception exception)
        {
            failure = exception;
        }

        read.Complete(failure);
    }

    private async Task<CleanBlock> SplitAsync() => new(await _blocks.NextAsync(_cancellationToken).ConfigureAwait(false), _shape);

    private void Look(CleanBlock block)
    {
        var row = new CleanRow(_shape, _maker);
        var before = new CleanRow(_shape, _maker);
        var hasBefore = false;
        for (var record = 0; record < block.Csv.Count; record++)
        {
            if (IsClean(block, record, row, hasBefore ? before : null))
            {
                block.SetClean(record);
                (row, before, hasBefore) = (before, row, true);
            }
        }

        block.IsLookedAt = true;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool IsClean(CleanBlock block, int record, CleanRow row, CleanRow? before)
    {
        ref readonly var csv = ref block.Csv[record];
        if (csv.Fault is not null || csv.Deviation is not null || csv.HasEscapes || csv.FieldCount != _width
            || block.Csv.Field(in csv, 0).SequenceEqual(_firstHeader))
        {
            return false;
        }

        row.Stand(block, record);
        if (!_cells.AreClean(row, before) || !HasOneOf(row) || !IsInStep(row))
        {
            return false;
        }

        if (_shape.HasCompositeKey)
        {
            var key = KeyHash.Seed;
            foreach (var column in _shape.Key)
            {
                key = KeyHash.Append(key, row.Raw(column));
            }

            row.Hashes[0] = key;
        }

        return true;
    }

    /// <summary>Lists that were read before have no blank entries, so their commas tell how many there are.</summary>
    private bool IsInStep(CleanRow row) =>
        _inStep is not var (subjects, codes)
        || (row.Raw(subjects).IsEmpty == row.Raw(codes).IsEmpty && row.Raw(subjects).Count((byte)',') == row.Raw(codes).Count((byte)','));

    private bool HasOneOf(CleanRow row)
    {
        foreach (var column in _oneOf)
        {
            if (!row.Raw(column).IsEmpty)
            {
                return true;
            }
        }

        return _oneOf.Length == 0;
    }
}
