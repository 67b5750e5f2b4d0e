using ClosingGap.Ingest.Canonical;
using ClosingGap.Ingest.Contracts;
using ClosingGap.Ingest.Validation.Semantics;

namespace ClosingGap.Ingest.Validation;

/// <summary>What all tables of one validation share.</summary>
internal sealed class ValidationContext : IDisposable
{
    private readonly KeyMemory _memory;
    private readonly Dictionary<(string File, string Table), FileTally> _tallies = [];

    public ValidationContext(ValidationRequest request, FindingReporter reporter, ICanonicalSink sink)
    {
        Request = request;
        Reporter = reporter;
        Sink = sink;
        _memory = new KeyMemory(request.ReferenceMemoryBytes, request.TemporaryFolder);
        References = new ReferenceIndex(request.References == ReferenceScope.Held ? request.BaseReferences : null, request.References, _memory);
        Scope = new ValidationScope(request);
        Facts = new PackageFacts(_memory);
        Joins = new JoinIndex(request.JoinReferences, _memory);
    }

    public ValidationRequest Request { get; }

    public FindingReporter Reporter { get; }

    public ICanonicalSink Sink { get; }

    public ReferenceIndex References { get; }

    /// <summary>What is checked.</summary>
    public ValidationScope Scope { get; }

    /// <summary>What rules between files need to know of the rows read so far.</summary>
    public PackageFacts Facts { get; }

    /// <summary>The records that another system's rows are joined to.</summary>
    public JoinIndex Joins { get; }

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

    /// <summary>Lets go of the sets of ids, and of their temporary file.</summary>
    public void Dispose() => _memory.Dispose();
}
