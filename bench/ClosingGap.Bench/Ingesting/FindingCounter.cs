using ClosingGap.Ingest.Diagnostics;

namespace ClosingGap.Bench.Ingesting;

/// <summary>Counts the findings: a sound package has none that rejects.</summary>
internal sealed class FindingCounter : IDiagnosticSink
{
    public long Errors { get; private set; }

    public void Report(Diagnostic diagnostic) => Errors += diagnostic.Severity > Severity.Warning ? 1 : 0;
}
