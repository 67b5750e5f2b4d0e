using ClosingGap.Ingest.Diagnostics;
using ClosingGap.Ingest.Packages;

namespace ClosingGap.Ingest.Profiles.Running;

/// <summary>The needed columns of a looked-up file, by the hash of its key columns. Filled before its table is read, emptied after.</summary>
internal sealed class LookupIndex(FileSet files, IReadOnlyList<int> keys, string keyColumns, BoundFilter filter)
{
    private const int PooledTexts = 100_000;

    private readonly List<int> _valueOrdinals = [];
    private readonly List<List<string?>> _values = [];
    private readonly Dictionary<UInt128, int> _rows = [];

    /// <summary>The looked-up file, or the pattern.</summary>
    public string File => files.Name;

    /// <summary>Says that a column will be asked for; gives its slot.</summary>
    public int SlotOf(int ordinal)
    {
        var slot = _valueOrdinals.IndexOf(ordinal);
        if (slot >= 0)
        {
            return slot;
        }

        _valueOrdinals.Add(ordinal);
        _values.Add([]);
        return _values.Count - 1;
    }

    public bool TryFind(UInt128 key, int slot, out string? value)
    {
        if (_rows.TryGetValue(key, out var row))
        {
            value = _values[slot][row];
            return true;
        }

        value = null;
        return false;
    }

    /// <summary>Reads the file. Rows with a blank key cell cannot be found and are passed over; of several rows of one key the first counts.</summary>
    /// <exception cref="PackageRefusedException">It has more rows than the limit.</exception>
    public async Task LoadAsync(IPackage package, ProfileOptions options, IDiagnosticSink diagnostics, CancellationToken cancellationToken)
    {
        Clear();
        var hasher = new RowHasher();
        var pool = new Dictionary<string, string>(StringComparer.Ordinal);
        await using var reader = new FileSetReader(files, package, options.Csv, diagnostics, cancellationToken);
        while (await reader.ReadAsync().ConfigureAwait(false))
        {
            if (!filter.Accepts(reader) || !TryHash(reader, hasher, out var key))
            {
                continue;
            }

            if (_rows.TryGetValue(key, out var first))
            {
                Compare(reader, first, diagnostics);
                continue;
            }

            if (_rows.Count >= options.LookupMaxEntries)
            {
                throw TooLarge(options, diagnostics);
            }

            _rows.Add(key, _rows.Count);
            for (var slot = 0; slot < _values.Count; slot++)
            {
                _values[slot].Add(Pooled(pool, reader.Cell(_valueOrdinals[slot])));
            }
        }
    }

    /// <summary>Lets go of what was read.</summary>
    public void Clear()
    {
        _rows.Clear();
        _rows.TrimExcess();
        foreach (var column in _values)
        {
            column.Clear();
            column.TrimExcess();
        }
    }

    private static string? Pooled(Dictionary<string, string> pool, string? text)
    {
        if (text is null)
        {
            return null;
        }

        if (pool.TryGetValue(text, out var known))
        {
            return known;
        }

        if (pool.Count < PooledTexts)
        {
            pool.Add(text, text);
        }

        return text;
    }

    private bool TryHash(FileSetReader reader, RowHasher hasher, out UInt128 hash)
    {
        var complete = true;
        foreach (var ordinal in keys)
        {
            var cell = reader.Cell(ordinal);
            complete &= cell is not null;
            hasher.Append(cell);
        }

        hash = hasher.Finish();
        return complete;
    }

    private void Compare(FileSetReader reader, int first, IDiagnosticSink diagnostics)
    {
        for (var slot = 0; slot < _values.Count; slot++)
        {
            if (!string.Equals(_values[slot][first], reader.Cell(_valueOrdinals[slot]), StringComparison.Ordinal))
            {
                diagnostics.Report(new Diagnostic(ProfileDiagnosticCodes.LookupAmbiguous, Severity.Warning, reader.File, reader.Row, keyColumns));
                return;
            }
        }
    }

    private PackageRefusedException TooLarge(ProfileOptions options, IDiagnosticSink diagnostics)
    {
        diagnostics.Report(new Diagnostic(ProfileDiagnosticCodes.LookupTooLarge, Severity.Fatal, File, null, keyColumns));
        return new PackageRefusedException(
            ProfileDiagnosticCodes.LookupTooLarge,
            FormattableString.Invariant($"The looked-up file {File} has more than {options.LookupMaxEntries} keys."),
            "Look up in a smaller file, filter it, or raise the limit of look-ups.",
            File);
    }
}
