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
    private string?[] _cells = [];
    private char[] _unescaped = [];
    private CsvTexts _texts = new(0);

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

    /// <summary>True when the record at which the file stands has the header's width and needs nothing undone to be read.</summary>
    internal bool IsPlain =>
        _records.Fault is null && _records.Deviation is null && !_records.HasEscapes && _records.FieldCount == _cells.Length;

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
    internal void MakeRow() => Current = Take();

    /// <summary>A field of a plain record where it stands; it stays until the next record.</summary>
    internal ReadOnlySpan<char> Field(int index)
    {
        ref readonly var field = ref _records.Field(index);
        return _scanner.Slice(field.Start, field.Length);
    }

    /// <summary>A field of a plain record as a string; null when blank.</summary>
    internal string? TextOf(int index) => _texts.Get(index, Field(index));

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

        Header = [.. Enumerable.Range(0, _records.FieldCount).Select(index => Text(index).ToString())];
        HeaderFault = _records.Fault ?? _records.Deviation;
        _cells = new string?[Header.Count];
        _texts = new CsvTexts(Header.Count);
    }

    private CsvRow Take()
    {
        var (fault, deviation) = (_records.Fault, _records.Deviation);
        if (fault is null && _records.FieldCount != _cells.Length)
        {
            (fault, deviation) = HasOnlyBlanksBeyondHeader()
                ? (fault, deviation ?? DiagnosticCodes.TableTrailingBlankCells)
                : (DiagnosticCodes.TableRowWidthMismatch, deviation);
        }

        if (fault is not null)
        {
            return new CsvRow(Row, [], fault, deviation);
        }

        for (var index = 0; index < _cells.Length; index++)
        {
            _cells[index] = _texts.Get(index, Text(index));
        }

        return new CsvRow(Row, _cells, null, deviation);
    }

    private bool HasOnlyBlanksBeyondHeader()
    {
        if (_records.FieldCount > _options.MaxColumns)
        {
            return false;
        }

        for (var index = _cells.Length; index < _records.FieldCount; index++)
        {
            if (!Text(index).IsWhiteSpace())
            {
                return false;
            }
        }

        return _records.FieldCount > _cells.Length;
    }

    /// <summary>A field's text; it stays until the next call.</summary>
    private ReadOnlySpan<char> Text(int index)
    {
        ref readonly var field = ref _records.Field(index);
        var text = _scanner.Slice(field.Start, field.Length);
        return field.HasEscapes ? Unescape(text) : text;
    }

    private ReadOnlySpan<char> Unescape(ReadOnlySpan<char> text)
    {
        if (_unescaped.Length < text.Length)
        {
            _unescaped = new char[Math.Max(text.Length, 256)];
        }

        var length = 0;
        for (var at = 0; at < text.Length; at++)
        {
            _unescaped[length++] = text[at];
            at += text[at] == '"' ? 1 : 0;
        }

        return _unescaped.AsSpan(0, length);
    }
}
