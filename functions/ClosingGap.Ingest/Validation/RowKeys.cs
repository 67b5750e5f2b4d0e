using ClosingGap.Ingest.Contracts;
using ClosingGap.Ingest.Diagnostics;
using ClosingGap.Ingest.Tables;
using ClosingGap.Ingest.Validation.Clean;

namespace ClosingGap.Ingest.Validation;

/// <summary>The keys of the rows of one file, each of which may be there once.</summary>
internal sealed class RowKeys(FileContract contract, ValidationContext context) : IDisposable
{
    private readonly ReferenceTarget _self = context.References.Of(contract.Name);
    private readonly KeySet _keys = context.References.NewKeys();
    private readonly KeySet? _refused = context.Reporter.IsStrict ? context.References.NewKeys() : null;
    private readonly int[] _key = [.. contract.Key];
    private readonly bool _isReferable = contract.IsReferable;
    private KeyLog? _log;
    private readonly int _typeColumn = contract.IsReferable ? contract.IndexOf("type") : -1;

    /// <summary>
    /// Writes the keys of this file down, and finds doubles at its end: where no row is kept, and nothing asks before that which ids the file
    /// holds.
    /// </summary>
    public void MayBeLogged(TableMode mode, bool hasEffects)
    {
        if (context is { Reporter.IsStrict: true, Sink.KeepsRows: false, Scope.IsWhole: true } && mode == TableMode.Bulk && !hasEffects
            && _typeColumn < 0 && !FileContracts.ReferringTo(contract.Name).Any(context.Facts.Expects))
        {
            _log = context.References.NewLog();
        }
    }

    /// <summary>Reports the doubles of a file whose keys were written down.</summary>
    public void ReportDoubles(FileTally? tally)
    {
        foreach (var (row, isAccepted) in _log?.Doubles() ?? [])
        {
            if (ReportDouble(tally!, row) != Severity.Warning && isAccepted)
            {
                tally!.Accepted--;
                tally.Rejected++;
            }
        }
    }

    /// <summary>
    /// Takes the key of a row that is accepted so far. A refused row leaves its key to a later one, unless strict: there the second is a
    /// double whatever became of the first.
    /// </summary>
    public bool Take(string?[] values, long row, FileTally tally, bool isDeletion, bool isRefused)
    {
        if (isRefused && _refused is null)
        {
            return false;
        }

        if (_log is not null)
        {
            return Log(values, row, isRefused);
        }

        if (_isReferable)
        {
            var id = KeyHash.Of(values[_key[0]]);
            if (_refused is not null && (_refused.Contains(id) || (isRefused && (_self.IsInFile(id) || !_refused.Add(id)))))
            {
                ReportDouble(tally, row);
                return false;
            }

            if (isRefused)
            {
                return false;
            }

            if (!(isDeletion ? _self.Delete(id) : _self.Add(id)))
            {
                return ReportDouble(tally, row) == Severity.Warning;
            }

            if (_typeColumn >= 0 && values[_typeColumn] is { } type)
            {
                _self.SetType(id, type);
            }

            return true;
        }

        return !isRefused && (_keys.Add(CompositeKey(values)) || ReportDouble(tally, row) == Severity.Warning);
    }

    /// <summary>True when the type of each record is kept with its key.</summary>
    public bool HaveTypes => _typeColumn >= 0;

    /// <summary>True when the key of a clean row is that of a row before.</summary>
    public bool IsTaken(CleanRow row) => _isReferable
        ? _refused?.Contains(row.Hash(_key[0])) == true || _self.IsInFile(row.Hash(_key[0]))
        : _keys.Contains(row.CompositeKey);

    /// <summary>Says that the key of a clean row will be asked about soon.</summary>
    public void Approach(CleanRow row)
    {
        if (_log is not null)
        {
            return;
        }

        if (_isReferable)
        {
            _self.Approach(row.Hash(_key[0]));
        }
        else
        {
            _keys.Approach(row.CompositeKey);
        }
    }

    /// <summary>Takes the key of a clean row; false, and nothing is changed, when a row before has it.</summary>
    public bool TryTake(CleanRow row)
    {
        var key = _isReferable ? row.Hash(_key[0]) : row.CompositeKey;
        if (_log is { } log)
        {
            log.Add(key, row.Number, isAccepted: true);
            return true;
        }

        return _isReferable ? _refused?.Contains(key) != true && _self.Add(key) : _keys.Add(key);
    }

    /// <summary>Lets go of the keys that no reference names.</summary>
    public void Dispose()
    {
        _keys.Dispose();
        _log?.Dispose();
    }

    /// <summary>A refused row leaves a key of several cells to a later one; an id it does not.</summary>
    private bool Log(string?[] values, long row, bool isRefused)
    {
        if (_isReferable || !isRefused)
        {
            _log!.Add(_isReferable ? KeyHash.Of(values[_key[0]]) : CompositeKey(values), row, !isRefused);
        }

        return !isRefused;
    }

    private ulong CompositeKey(string?[] values)
    {
        var key = KeyHash.Seed;
        foreach (var index in _key)
        {
            key = KeyHash.Append(key, values[index]);
        }

        return key;
    }

    private Severity ReportDouble(FileTally tally, long row) => _isReferable
        ? context.Reporter.File(DiagnosticCodes.ReferenceDuplicateSourcedId, tally, row, "sourcedId")
        : context.Reporter.File(DiagnosticCodes.ReferenceDuplicateKey, tally, row);
}
