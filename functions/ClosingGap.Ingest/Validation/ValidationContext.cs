using ClosingGap.Ingest.Canonical;
using ClosingGap.Ingest.Contracts;
using ClosingGap.Ingest.Validation.Semantics;

namespace ClosingGap.Ingest.Validation;

/// <summary>What all tables of one validation share.</summary>
internal sealed class ValidationContext(ValidationRequest request, FindingReporter reporter, ICanonicalSink sink)
{
    private readonly Dictionary<(string File, string Table), FileTally> _tallies = [];

    public ValidationRequest Request { get; } = request;

    public FindingReporter Reporter { get; } = reporter;

    public ICanonicalSink Sink { get; } = sink;

    public ReferenceIndex References { get; } = new(request.References == ReferenceScope.Held ? request.BaseReferences : null, request.References);

    /// <summary>What is checked.</summary>
    public ValidationScope Scope { get; } = new(request);

    /// <summary>What rules between files need to know of the rows read so far.</summary>
    public PackageFacts Facts { get; } = new();

    public JoinIndex Joins { get; } = new(request.JoinReferences);

    /// <summary>The school years of accepted sessions and school enrollments.</summary>
    public SortedSet<int> SchoolYears { get; } = [];

    /// <summary>The canonical tables begun.</summary>
    public HashSet<string> Tables { get; } = new(StringComparer.Ordinal);

    /// <summary>All files met.</summary>
    public IEnumerable<FileTally> Tallies => _tallies.Values;

    /// <summary>The counts of a file, for one table.</summary>
    public FileTally TallyOf(string file, FileContract contract)
    {
        if (!_tallies.TryGetValue((file, contract.Name), out var tally))
        {
            _tallies[(file, contract.Name)] = tally = new FileTally(file, contract.Name, Scope.ReadsRowsOf(contract));
        }

        return tally;
    }

    /// <summary>Takes back the files of which no row was read and nothing was found.</summary>
    public void ForgetUnreadFiles()
    {
        foreach (var key in _tallies.Where(pair => pair.Value is { Read: 0, Warnings: 0 }).Select(pair => pair.Key).ToArray())
        {
            _tallies.Remove(key);
        }
    }
}
