using System.Runtime.CompilerServices;
using System.Text;
using ClosingGap.Ingest.Diagnostics;
using Sylvan.Data.Csv;

namespace ClosingGap.Ingest.Csv;

/// <summary>A CSV file read forward: its header, then its rows, in buffers of bounded size.</summary>
public sealed class CsvFile : IAsyncDisposable
{
    private const int SmallestBuffer = 1 << 10;
    private const int InitialBuffer = 1 << 16;

    private readonly CsvDataReader? _reader;
    private readonly CsvOptions _options;
    private readonly string?[] _previous;
    private readonly StreamReader _text;

    private CsvFile(StreamReader text, CsvDataReader? reader, CsvOptions options, string[] header, string? headerFault)
    {
        _text = text;
        _reader = reader;
        _options = options;
        Header = header;
        HeaderFault = headerFault;
        _previous = new string?[header.Length];
    }

    /// <summary>The header's names as they stand in the file; empty for an empty file.</summary>
    public IReadOnlyList<string> Header { get; }

    /// <summary>What is wrong with the header's record itself, or null.</summary>
    public string? HeaderFault { get; }

    /// <summary>Blank lines met so far; they count as rows in row numbers and are not given out.</summary>
    public long BlankLines { get; private set; }

    /// <summary>Opens a stream and reads its header. The file owns the stream.</summary>
    /// <param name="length">
    /// The file's length in bytes where it is known: a tree of thousands of small files is then not read through thousands of large buffers.
    /// </param>
    /// <exception cref="CsvUnreadableException">The header cannot be read.</exception>
    public static async Task<CsvFile> OpenAsync(Stream stream, CsvOptions? options, CancellationToken cancellationToken, long? length = null)
    {
        var limits = (options ?? CsvOptions.Default).Validated();
        var encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true);
        var buffer = (int)Math.Clamp(length ?? InitialBuffer, SmallestBuffer, InitialBuffer);
        var text = new StreamReader(stream, encoding, detectEncodingFromByteOrderMarks: false, buffer);
        try
        {
            var reader = await CsvDataReader.CreateAsync(text, ReaderOptions(limits, buffer), cancellationToken).ConfigureAwait(false);
            if (!await AdvanceAsync(reader, 1, cancellationToken).ConfigureAwait(false))
            {
                return new CsvFile(text, null, limits, [], null);
            }

            var header = new string[reader.RowFieldCount];
            for (var index = 0; index < header.Length; index++)
            {
                header[index] = reader.GetString(index);
            }

            var (fault, deviation) = CsvRecordCheck.Inspect(reader.GetRawRecordSpan());
            return fault == DiagnosticCodes.CsvUnclosedQuote
                ? throw new CsvUnreadableException(fault, 1)
                : new CsvFile(text, reader, limits, header, fault ?? deviation);
        }
        catch (Exception exception)
        {
            text.Dispose();
            if (Classify(exception, 1) is { } unreadable)
            {
                throw unreadable;
            }

            throw;
        }
    }

    /// <summary>Streams the rows once.</summary>
    /// <exception cref="CsvUnreadableException">The file cannot be read on.</exception>
    public async IAsyncEnumerable<CsvRow> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (_reader is null)
        {
            yield break;
        }

        var row = 1L;
        while (await AdvanceAsync(_reader, row + 1, cancellationToken).ConfigureAwait(false))
        {
            row++;
            if (IsBlankLine(_reader))
            {
                BlankLines++;
                continue;
            }

            yield return Take(_reader, row);
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_reader is not null)
        {
            await _reader.DisposeAsync().ConfigureAwait(false);
        }

        _text.Dispose();
    }

    private static CsvDataReaderOptions ReaderOptions(CsvOptions limits, int buffer) => new()
    {
        HasHeaders = false,
        Delimiter = ',',
        Comment = '\0',
        CsvStyle = CsvStyle.Lax,
        ResultSetMode = ResultSetMode.SingleResult,
        BufferSize = Math.Min(buffer, limits.MaxRecordChars),
        MaxBufferSize = limits.MaxRecordChars,
        OwnsReader = false,
    };

    private static async ValueTask<bool> AdvanceAsync(CsvDataReader reader, long row, CancellationToken cancellationToken)
    {
        try
        {
            return await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (Classify(exception, row) is { } unreadable)
        {
            throw unreadable;
        }
    }

    private static CsvUnreadableException? Classify(Exception exception, long row) => exception switch
    {
        DecoderFallbackException => new CsvUnreadableException(DiagnosticCodes.CsvInvalidUtf8, row, exception),
        CsvRecordTooLargeException => new CsvUnreadableException(DiagnosticCodes.CsvRecordTooLong, row, exception),
        CsvFormatException => new CsvUnreadableException(DiagnosticCodes.CsvUnclosedQuote, row, exception),
        _ => null,
    };

    private static bool IsBlankLine(CsvDataReader reader) =>
        reader.RowFieldCount <= 1 && reader.GetRawRecordSpan().IndexOfAnyExcept('\r', '\n') < 0;

    private CsvRow Take(CsvDataReader reader, long row)
    {
        var (fault, deviation) = CsvRecordCheck.Inspect(reader.GetRawRecordSpan());
        if (fault == DiagnosticCodes.CsvUnclosedQuote)
        {
            throw new CsvUnreadableException(fault, row);
        }

        if (fault is null && reader.RowFieldCount != Header.Count)
        {
            (fault, deviation) = HasOnlyBlanksBeyondHeader(reader)
                ? (fault, deviation ?? DiagnosticCodes.TableTrailingBlankCells)
                : (DiagnosticCodes.TableRowWidthMismatch, deviation);
        }

        if (fault is not null)
        {
            return new CsvRow(row, [], fault, deviation);
        }

        var cells = new string?[Header.Count];
        for (var index = 0; index < cells.Length; index++)
        {
            var span = reader.GetFieldSpan(index);
            if (span.Length > _options.MaxFieldChars)
            {
                return new CsvRow(row, [], DiagnosticCodes.CsvFieldTooLong, deviation);
            }

            cells[index] = Text(index, span);
        }

        return new CsvRow(row, cells, null, deviation);
    }

    private bool HasOnlyBlanksBeyondHeader(CsvDataReader reader)
    {
        for (var index = Header.Count; index < reader.RowFieldCount; index++)
        {
            if (!reader.GetFieldSpan(index).IsWhiteSpace())
            {
                return false;
            }
        }

        return reader.RowFieldCount > Header.Count;
    }

    /// <summary>Exports repeat the cell above more often than not: the string is then shared.</summary>
    private string? Text(int column, ReadOnlySpan<char> span)
    {
        if (span.IsEmpty)
        {
            return null;
        }

        var previous = _previous[column];
        return previous is not null && span.SequenceEqual(previous) ? previous : _previous[column] = span.ToString();
    }
}
