namespace ClosingGap.Ingest.Diagnostics;

/// <summary>
/// Streams findings as JSON lines <c>{code, severity, file, row, column, target, fix}</c>: every error and fatal finding, the first
/// warnings of each code, all under one cap. Never a cell's content.
/// </summary>
public sealed class JsonLinesDiagnosticWriter(Stream output, DiagnosticReportOptions? options = null) : IDiagnosticSink, IAsyncDisposable
{
    private readonly DiagnosticReportOptions _options = options ?? new DiagnosticReportOptions();

    /// <summary>Lines written.</summary>
    public long Written { get; private set; }

    /// <summary>Findings that the caps kept out.</summary>
    public long Omitted { get; private set; }

    /// <inheritdoc />
    public void Report(Diagnostic diagnostic) => throw new NotImplementedException();

    /// <summary>Writes what is buffered; the stream stays open.</summary>
    public ValueTask DisposeAsync() => output is null || _options is null ? default : throw new NotImplementedException();
}
