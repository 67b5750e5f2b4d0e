using System.Text.Json;
using ClosingGap.Ingest.Diagnostics;

namespace ClosingGap.Ingest.Reports;

/// <summary>Reads the stored form of a report line by line, in bounded memory.</summary>
internal static class ReportLines
{
    /// <exception cref="JsonException">The stream does not hold report lines.</exception>
    public static async IAsyncEnumerable<DiagnosticLine> ReadAsync(
        Stream jsonLines, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var lines = JsonSerializer.DeserializeAsyncEnumerable(jsonLines, DiagnosticJsonContext.Default.DiagnosticLine, topLevelValues: true, cancellationToken);
        await foreach (var line in lines.ConfigureAwait(false))
        {
            yield return line ?? throw new JsonException("A line of a report is the JSON literal null.");
        }
    }
}
