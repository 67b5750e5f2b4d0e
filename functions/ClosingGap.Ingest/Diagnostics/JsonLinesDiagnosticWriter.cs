using System.Buffers;
using System.Text.Json;

namespace ClosingGap.Ingest.Diagnostics;

/// <summary>
/// Streams findings as JSON lines <c>{code, severity, file, row, column, target, fix}</c>: every error and fatal finding, the first
/// warnings of each code, all under one cap. Never a cell's content. The stream is written synchronously and stays open.
/// </summary>
public sealed class JsonLinesDiagnosticWriter : IDiagnosticSink, IAsyncDisposable
{
    private const int FlushAt = 1 << 16;

    private readonly Stream _output;
    private readonly DiagnosticReportOptions _options;
    private readonly ArrayBufferWriter<byte> _buffer = new(FlushAt + 1024);
    private readonly Utf8JsonWriter _json;
    private readonly Dictionary<string, int> _warnings = new(StringComparer.Ordinal);

    /// <summary>Writes to a stream.</summary>
    public JsonLinesDiagnosticWriter(Stream output, DiagnosticReportOptions? options = null)
    {
        _output = output;
        _options = (options ?? new DiagnosticReportOptions()).Validated();
        _json = new Utf8JsonWriter(_buffer);
    }

    /// <summary>Lines written.</summary>
    public long Written { get; private set; }

    /// <summary>Findings that the caps kept out.</summary>
    public long Omitted { get; private set; }

    /// <inheritdoc />
    public void Report(Diagnostic diagnostic)
    {
        if (Written >= _options.MaxLines || !FitsItsCode(diagnostic))
        {
            Omitted++;
            return;
        }

        var line = new DiagnosticLine(
            diagnostic.Code,
            diagnostic.Severity,
            diagnostic.File,
            diagnostic.Row,
            diagnostic.Column,
            diagnostic.Target,
            DiagnosticCatalogue.Find(diagnostic.Code)?.Fix,
            diagnostic.Count > 1 ? diagnostic.Count : null,
            diagnostic.Count > 1 ? diagnostic.Rows : null);
        _json.Reset(_buffer);
        JsonSerializer.Serialize(_json, line, DiagnosticJsonContext.Default.DiagnosticLine);
        _json.Flush();
        _buffer.Write("\n"u8);
        Written++;
        if (_buffer.WrittenCount >= FlushAt)
        {
            _output.Write(_buffer.WrittenSpan);
            _buffer.ResetWrittenCount();
        }
    }

    /// <summary>Writes what is buffered.</summary>
    public async ValueTask DisposeAsync()
    {
        await _output.WriteAsync(_buffer.WrittenMemory).ConfigureAwait(false);
        _buffer.ResetWrittenCount();
        await _output.FlushAsync().ConfigureAwait(false);
        await _json.DisposeAsync().ConfigureAwait(false);
    }

    private bool FitsItsCode(Diagnostic diagnostic)
    {
        if (diagnostic.Severity != Severity.Warning)
        {
            return true;
        }

        var count = _warnings.GetValueOrDefault(diagnostic.Code);
        _warnings[diagnostic.Code] = count + 1;
        return count < _options.MaxWarningsPerCode;
    }
}
