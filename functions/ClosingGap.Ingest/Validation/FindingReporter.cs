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

    private Severity Emit(string code, FileTally? tally, string? file, long? row, string? column, string? target, Severity atMost)
    {
        var entry = DiagnosticCatalogue.Get(code);
        var severity = IsStrict ? entry.Strict : entry.Lenient;
        severity = severity > atMost ? atMost : severity;
        _counts[code] = _counts.GetValueOrDefault(code) + 1;
        switch (severity)
        {
            case Severity.Fatal:
                FatalCode ??= code;
                break;
            case Severity.Error:
                Errors++;
                break;
            default:
                Warnings++;
                if (tally is not null)
                {
                    tally.Warnings++;
                }

                break;
        }

        sink.Report(new Diagnostic(code, severity, file, row, column, target));
        return severity;
    }
}
