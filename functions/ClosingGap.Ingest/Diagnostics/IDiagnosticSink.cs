namespace ClosingGap.Ingest.Diagnostics;

/// <summary>Takes findings as they come, in bounded memory.</summary>
public interface IDiagnosticSink
{
    /// <summary>Takes one finding.</summary>
    void Report(Diagnostic diagnostic);
}
