namespace ClosingGap.Ingest.Diagnostics;

/// <summary>Hands each finding to several sinks, e.g. a summary and a report file.</summary>
public sealed class DiagnosticFanout(params IReadOnlyList<IDiagnosticSink> sinks) : IDiagnosticSink
{
    /// <inheritdoc />
    public void Report(Diagnostic diagnostic)
    {
        foreach (var sink in sinks)
        {
            sink.Report(diagnostic);
        }
    }
}
