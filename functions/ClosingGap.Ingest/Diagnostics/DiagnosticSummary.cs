namespace ClosingGap.Ingest.Diagnostics;

/// <summary>Counts findings by code, file and column and keeps the first three places of each. Memory grows with the kinds, not with the rows.</summary>
public sealed class DiagnosticSummary : IDiagnosticSink
{
    /// <summary>How many places of a kind are kept.</summary>
    public const int PlacesKept = 3;

    private readonly Dictionary<(string Code, Severity Severity, string? File, string? Column), (long Count, List<long> Rows, string? Target)> _counts = [];

    /// <summary>The first fatal code reported by anyone, or null: the package must then be rejected.</summary>
    public string? FatalCode { get; private set; }

    /// <summary>The counts, the gravest first, then by file, code and column.</summary>
    public IReadOnlyList<DiagnosticCount> Counts =>
    [
        .. _counts
            .Select(pair => new DiagnosticCount(pair.Key.Code, pair.Key.Severity, pair.Key.File, pair.Key.Column, pair.Value.Count, pair.Value.Rows, pair.Value.Target))
            .OrderByDescending(count => count.Severity)
            .ThenBy(count => count.File, StringComparer.Ordinal)
            .ThenBy(count => count.Code, StringComparer.Ordinal)
            .ThenBy(count => count.Column, StringComparer.Ordinal),
    ];

    /// <inheritdoc />
    public void Report(Diagnostic diagnostic)
    {
        FatalCode ??= diagnostic.Severity == Severity.Fatal ? diagnostic.Code : null;
        var key = (diagnostic.Code, diagnostic.Severity, diagnostic.File, diagnostic.Column);
        var (count, rows, target) = _counts.TryGetValue(key, out var known) ? known : (0, [], diagnostic.Target);
        IEnumerable<long> places = diagnostic.Rows ?? (diagnostic.Row is { } row ? [row] : []);
        rows.AddRange(places.Take(PlacesKept - rows.Count));
        _counts[key] = (count + diagnostic.Count, rows, target);
    }
}
