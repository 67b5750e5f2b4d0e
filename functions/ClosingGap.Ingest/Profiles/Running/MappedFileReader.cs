using System.Text;
using ClosingGap.Ingest.Csv;
using ClosingGap.Ingest.Diagnostics;
using ClosingGap.Ingest.Packages;
using Sylvan.Data.Csv;

namespace ClosingGap.Ingest.Profiles.Running;

/// <summary>Reads a file of a package forward and makes only the cells that are asked for.</summary>
internal sealed class MappedFileReader : IAsyncDisposable
{
    private static readonly UTF8Encoding s_strictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly CsvDataReader _csv;
    private readonly IDiagnosticSink _diagnostics;

    private MappedFileReader(CsvDataReader csv, string file, IDiagnosticSink diagnostics)
    {
        _csv = csv;
        File = file;
        _diagnostics = diagnostics;
        var header = new string[csv.FieldCount];
        for (var i = 0; i < header.Length; i++)
        {
            header[i] = csv.GetName(i).Trim();
        }

        Header = header;
    }

    /// <summary>The file's name.</summary>
    public string File { get; }

    /// <summary>The names of its columns, trimmed; empty for an empty file.</summary>
    public IReadOnlyList<string> Header { get; }

    /// <summary>The current row as a spreadsheet shows it: the header is row 1.</summary>
    public long Row { get; private set; } = 1;

    /// <exception cref="PackageRefusedException">The header cannot be read.</exception>
    public static async Task<MappedFileReader> OpenAsync(
        IPackage package, string file, CsvOptions options, IDiagnosticSink diagnostics, CancellationToken cancellationToken)
    {
        var stream = await package.OpenAsync(file, cancellationToken).ConfigureAwait(false);
        var reader = new StreamReader(stream, s_strictUtf8);
        try
        {
            var csv = await CsvDataReader.CreateAsync(
                reader,
                new CsvDataReaderOptions
                {
                    Delimiter = ',',
                    CommentHandler = null,
                    Comment = '\0',
                    CsvStyle = CsvStyle.Standard,
                    BufferSize = 16_384,
                    MaxBufferSize = options.MaxRecordChars,
                    ResultSetMode = ResultSetMode.SingleResult,
                },
                cancellationToken).ConfigureAwait(false);
            return new MappedFileReader(csv, file, diagnostics);
        }
        catch (Exception exception) when (IsMalformed(exception))
        {
            reader.Dispose();
            throw Unreadable(diagnostics, file, 1, exception);
        }
        catch
        {
            reader.Dispose();
            throw;
        }
    }

    /// <summary>Goes to the next row whose width is that of the header; a row of another width is reported and passed over, a blank line passed over.</summary>
    /// <exception cref="PackageRefusedException">The file cannot be read on.</exception>
    public async ValueTask<bool> ReadAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                if (!await _csv.ReadAsync(cancellationToken).ConfigureAwait(false))
                {
                    return false;
                }
            }
            catch (Exception exception) when (IsMalformed(exception))
            {
                throw Unreadable(_diagnostics, File, Row + 1, exception);
            }

            Row++;
            if (_csv.RowFieldCount == Header.Count)
            {
                return true;
            }

            if (_csv.RowFieldCount > 1 || (_csv.RowFieldCount == 1 && _csv.GetFieldSpan(0).Length > 0))
            {
                _diagnostics.Report(new Diagnostic(ProfileDiagnosticCodes.RowWidthMismatch, Severity.Error, File, Row));
            }
        }
    }

    /// <summary>The cell, trimmed; null when blank.</summary>
    public string? Cell(int ordinal)
    {
        var span = _csv.GetFieldSpan(ordinal).Trim();
        return span.IsEmpty ? null : span.ToString();
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _csv.DisposeAsync();

    private static bool IsMalformed(Exception exception) =>
        exception is CsvFormatException or CsvRecordTooLargeException or DecoderFallbackException or InvalidDataException;

    private static PackageRefusedException Unreadable(IDiagnosticSink diagnostics, string file, long row, Exception exception)
    {
        diagnostics.Report(new Diagnostic(ProfileDiagnosticCodes.UnreadableFile, Severity.Fatal, file, row));
        return new PackageRefusedException(
            ProfileDiagnosticCodes.UnreadableFile,
            FormattableString.Invariant($"The file {file} cannot be read on at row {row}: bytes that are not UTF-8, a quote that is not closed, or a record above the limit."),
            "Export it again as UTF-8 CSV with quotes doubled inside quotes.",
            file,
            exception);
    }
}
