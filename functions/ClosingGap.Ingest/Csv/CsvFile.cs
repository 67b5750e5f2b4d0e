using System.Runtime.CompilerServices;
using ClosingGap.Ingest.Diagnostics;

namespace ClosingGap.Ingest.Csv;

/// <summary>A CSV file read forward: its header, then its rows, in buffers of bounded size.</summary>
public sealed class CsvFile : IAsyncDisposable
{
    private readonly CsvFeed _feed;
    private readonly CsvScanner _scanner;
    private readonly CsvRecordReader _records;
    private readonly CsvOptions _options;

    private CsvFile(Stream stream, CsvOptions options)
    {
        _feed = new CsvFeed(stream);
        _scanner = new CsvScanner(_feed, options.MaxRecordChars);
        _records = new CsvRecordReader(_scanner, options);
        _options = options;
    }

    /// <summary>The header's names as they stand in the file; empty for an empty file.</summary>
    public IReadOnlyList<string> Header { get; private set; } = [];

    /// <summary>What is wrong with the header's record itself, or null.</summary>
    public string? HeaderFault { get; private set; }

    /// <summary>Blank lines met so far; they count as rows in row numbers and are not given out.</summary>
    public long BlankLines { get; private set; }

    /// <summary>The number of the current row as a spreadsheet shows it: the header is row 1.</summary>
    internal long Row { get; private set; }

    /// <summary>The current row. Its array of cells is used again for the next.</summary>
    internal CsvRow Current { get; private set; }

    /// <summary>Opens a stream and reads its header. The file owns the stream.</summary>
    /// <exception cref="CsvUnreadableException">The header cannot be read.</exception>
    public static async Task<CsvFile> OpenAsync(Stream stream, CsvOptions? options, CancellationToken cancellationToken)
    {
        var file = new CsvFile(stream, (options ?? CsvOptions.Default).Validated());
        try
        {
            await file.ReadHeaderAsync(cancellationToken).ConfigureAwait(false);
            return file;
        }
        catch
        {
            await file.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Streams the rows once; every row has an array of its own.</summary>
    /// <exception cref="CsvUnreadableException">The file cannot be read on.</exception>
    public async IAsyncEnumerable<CsvRow> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (await NextAsync(cancellationToken).ConfigureAwait(false))
        {
            yield return Current with { Cells = [.. Current.Cells] };
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _feed.DisposeAsync().ConfigureAwait(false);
        _scanner.Dispose();
    }

    /// <summary>Goes to the next row; completes at once while the buffer holds one.</summary>
    /// <exception cref="CsvUnreadableException">The file cannot be read on.</exception>
    internal ValueTask<bool> NextAsync(CancellationToken cancellationToken)
    {
        if (!TryNext())
        {
            return FillAndAdvanceAsync(cancellationToken);
        }

        MakeRow();
        return ValueTask.FromResult(true);
    }

    /// <summary>Goes to the next record as far as the buffer holds it, without making its row.</summary>
    /// <exception cref="CsvUnreadableException">The file cannot be read on.</exception>
    internal bool TryNext()
    {
        while (_records.TryRead(Row + 1))
        {
            Row++;
            if (!_records.IsBlank)
            {
                return true;
            }

            BlankLines++;
        }

        return false;
    }

    /// <summary>True when nothing is left to be read into the buffer.</summary>
    internal bool IsAtEnd => _scanner.IsAtEnd;

    /// <summary>Reads more into the buffer.</summary>
    internal ValueTask FillAsync(CancellationToken cancellationToken) => _scanner.FillAsync(cancellationToken);

    /// <summary>Makes the row of the record at which the file stands.</summary>
    internal void MakeRow() => Current = Maker.Make(Row, _scanner.Text, _records.Fields, _records.FieldCount, _records.Fault, _records.Deviation);

    /// <summary>Makes rows out of records, once the header is read.</summary>
    internal CsvRowMaker Maker { get; private set; } = new(0, 0);

    /// <summary>Reads the rest in blocks; nothing else is then read here.</summary>
    internal CsvBlockReader Blocks() => new(_scanner, _records, Row);

    private async ValueTask<bool> FillAndAdvanceAsync(CancellationToken cancellationToken)
    {
        do
        {
            if (_scanner.IsAtEnd)
            {
                return false;
            }

            await _scanner.FillAsync(cancellationToken).ConfigureAwait(false);
        }
        while (!TryNext());
        MakeRow();
        return true;
    }

    private async Task ReadHeaderAsync(CancellationToken cancellationToken)
    {
        while (!_records.TryRead(1))
        {
            if (_scanner.IsAtEnd)
            {
                return;
            }

            await _scanner.FillAsync(cancellationToken).ConfigureAwait(false);
        }

        Row = 1;
        if (_records.FieldCount > _options.MaxColumns)
        {
            throw new CsvUnreadableException(DiagnosticCodes.CsvTooManyColumns, 1);
        }

        Maker = new CsvRowMaker(_records.FieldCount, _options.MaxColumns);
        var header = new string[_records.FieldCount];
        for (var index = 0; index < header.Length; index++)
        {
            header[index] = Maker.Text(_scanner.Text, _records.Fields[index]).ToString();
        }

        Header = header;
        HeaderFault = _records.Fault ?? _records.Deviation;
    }
}
