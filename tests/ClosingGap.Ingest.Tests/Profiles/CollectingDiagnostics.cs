using ClosingGap.Ingest.Diagnostics;

namespace ClosingGap.Ingest.Tests.Profiles;

/// <summary>Keeps every finding.</summary>
internal sealed class CollectingDiagnostics : IDiagnosticSink
{
    public List<Diagnostic> All { get; } = [];

    public void Report(Diagnostic diagnostic) => All.Add(diagnostic);
}
