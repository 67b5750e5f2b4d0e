using ClosingGap.Ingest.Diagnostics;

namespace ClosingGap.Ingest.Validation;

/// <summary>Gives each finding its severity under the profile, counts it, and hands it on.</summary>
internal sealed class FindingReporter(IDiagnosticSink sink, Conformance conformance)
{
    private readonly Dictionary<string, long> _counts = new(StringComparer.Ordinal);
    private readonly HashSet<(string Code, string File, string? Column)> _once = [];

    public bool IsStrict { get; } = conformance == Conformance.Strict;

    /// <summary>The first fatal code, or null.</summary>
    public string? FatalCode { get; private set; }

    public long Errors { get; private set; }

    public long Warnings { get; private set; }

    public IReadOnlyDictionary<string, long> Counts => _counts;

    /// <summary>Reports a finding on the package or a file as a whole.</summary>
    /// <param name="atMost">Lowers the catalogue's severity where the place makes it harmless.</param>
    public Severity Package(string code, string? file = null, string? column = null, string? target = null, Severity atMost = Severity.Fatal) =>
        Emit(code, null, file, null, column, target, atMost);

    /// <summary>Reports a finding on a file that is being read, or on a row of it.</summary>
    public Severity File(
        string code, FileTally tally, long? row = null, string? column = null, string? target = null, Severity atMost = Severity.Fatal) =>
        Emit(code, tally, tally.Place, row, column, target, atMost);

    /// <summary>Reports a finding the first time it is made for a file and column.</summary>
    public void Once(string code, FileTally tally, string? column = null, string? target = null)
    {
        if (_once.Add((code, tally.File, column)))
        {
            Emit(code, tally, tally.File, null, column, target, Severity.Fatal);
        }
    }

    /// <summary>The severity of a code under the profile.</summary>
    /// <param name="atMost">Lowers it in lenient, where the place makes it harmless.</param>
    public Severity SeverityOf(string code, Severity atMost)
    {
        var entry = DiagnosticCatalogue.Get(code);
        return IsStrict ? entry.Strict : Least(entry.Lenient, atMost);
    }

    /// <summary>Reports once what was found in several rows, with the severity that they were given.</summary>
    /// <param name="rows">The first of them, at least one.</param>
    public void Several(
        string code, FileTally tally, IReadOnlyList<long> rows, long count, string column, string? target, Severity severity) =>
        Emit(new Diagnostic(code, severity, tally.File, rows[0], column, target, count, rows), tally);

    private static Severity Least(Severity one, Severity other) => one < other ? one : other;

    private Severity Emit(string code, FileTally? tally, string? file, long? row, string? column, string? target, Severity atMost)
    {
        var entry = DiagnosticCatalogue.Get(code);
        return Emit(new Diagnostic(code, Least(IsStrict ? entry.Strict : entry.Lenient, atMost), file, row, column, target), tally);
    }

    private Severity Emit(Diagnostic diagnostic, FileTally? tally)
    {
        var (code, severity, count) = (diagnostic.Code, diagnostic.Severity, diagnostic.Count);
        _counts[code] = _counts.GetValueOrDefault(code) + count;
        switch (severity)
        {
            case Severity.Fatal:
                FatalCode ??= code;
                break;
            case Severity.Error:
                Errors += count;
                break;
            default:
                Warnings += count;
                if (tally is not null)
                {
                    tally.Warnings += count;
                }

                break;
        }

        sink.Report(diagnostic with
        {
            File = diagnostic.File is { } file ? ShownName.Of(file) : null,
            Column = diagnostic.Column is { } column ? ShownName.Of(column) : null,
        });
        return severity;
    }
}
