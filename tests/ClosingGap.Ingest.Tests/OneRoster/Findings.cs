using ClosingGap.Ingest.Diagnostics;

namespace ClosingGap.Ingest.Tests.OneRoster;

/// <summary>Keeps every finding.</summary>
internal sealed class Findings : IDiagnosticSink
{
    public List<Diagnostic> All { get; } = [];

    public void Report(Diagnostic diagnostic) => All.Add(diagnostic);

    /// <summary>The codes of a severity or above, each once, in ordinal order.</summary>
    public string[] Codes(Severity from = Severity.Warning) =>
        [.. All.Where(finding => finding.Severity >= from).Select(finding => finding.Code).Distinct().Order(StringComparer.Ordinal)];
}
