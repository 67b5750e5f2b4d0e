using ClosingGap.Ingest.Contracts;
using ClosingGap.Ingest.Diagnostics;
using ClosingGap.Ingest.Validation.Clean;

namespace ClosingGap.Ingest.Validation;

/// <summary>The keys of the rows of one file, each of which may be there once.</summary>
internal sealed class RowKeys(FileContract contract, ValidationContext context) : IDisposable
{
    private readonly ReferenceTarget _self = context.References.Of(contract.Name);
    private readonly KeySet _keys = context.References.NewKeys();
    private readonly KeySet? _refused = context.Reporter.IsStrict ? context.References.NewKeys() : null;
    private readonly int[] _key = [.. contract.Key];
    private readonly int _typeColumn = contract.IsReferable ? contract.IndexOf("type") : -1;

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

        if (contract.IsReferable)
        {
            var id = KeyHash.Of(values[_key[0]]);
            if (_refused is not null && (_refused.Contains(id) || (isRefused && (_self.IsInFile(id) || !_refused.Add(id)))))
            {
                context.Reporter.File(DiagnosticCodes.ReferenceDuplicateSourcedId, tally, row, "sourcedId");
                return false;
            }

            if (isRefused)
            {
                return false;
            }

            if (!(isDeletion ? _self.Delete(id) : _self.Add(id)))
            {
                return context.Reporter.File(DiagnosticCodes.ReferenceDuplicateSourcedId, tally, row, "sourcedId") == Severity.Warning;
            }

            if (_typeColumn >= 0 && values[_typeColumn] is { } type)
            {
                _self.SetType(id, type);
            }

            return true;
        }

        var key = KeyHash.Seed;
        foreach (var index in _key)
        {
            key = KeyHash.Append(key, values[index]);
        }

        return !isRefused && (_keys.Add(key) || context.Reporter.File(DiagnosticCodes.ReferenceDuplicateKey, tally, row) == Severity.Warning);
    }

    /// <summary>True when the type of each record is kept with its key.</summary>
    public bool HaveTypes => _typeColumn >= 0;

    /// <summary>True when the key of a clean row is that of a row before.</summary>
    public bool IsTaken(CleanRow row) => contract.IsReferable
        ? _refused?.Contains(row.Hash(_key[0])) == true || _self.IsInFile(row.Hash(_key[0]))
        : _keys.Contains(row.CompositeKey);

    /// <summary>Looks at where the key of a clean row belongs.</summary>
    public ulong Touch(CleanRow row) => contract.IsReferable ? _self.Touch(row.Hash(_key[0])) : _keys.Touch(row.CompositeKey);

    /// <summary>Takes the key of a clean row; false, and nothing is changed, when a row before has it.</summary>
    public bool TryTake(CleanRow row) => contract.IsReferable
        ? _refused?.Contains(row.Hash(_key[0])) != true && _self.Add(row.Hash(_key[0]))
        : _keys.Add(row.CompositeKey);

    /// <summary>Lets go of the keys that no reference names.</summary>
    public void Dispose() => _keys.Dispose();
}
