namespace ClosingGap.Ingest.Diagnostics;

/// <summary>Hands findings on with the names of files as reports may show them; the columns that they name are the profile's own words.</summary>
internal sealed class ShownDiagnostics(IDiagnosticSink sink) : IDiagnosticSink
{
    /// <inheritdoc />
    public void Report(Diagnostic diagnostic) =>
        sink.Report(diagnostic.File is { } file ? diagnostic with { File = ShownName.Of(file) } : diagnostic);
}
