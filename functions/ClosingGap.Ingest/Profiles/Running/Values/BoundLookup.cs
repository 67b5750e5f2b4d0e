using ClosingGap.Ingest.Profiles.Mapping;

namespace ClosingGap.Ingest.Profiles.Running.Values;

/// <summary>A value from another file.</summary>
internal sealed class BoundLookup(LookupIndex index, int slot, IReadOnlyList<BoundValue> keys, string? otherwise, MissingEntry onMissing)
    : BoundValue(string.Join('+', keys.Select(key => key.Origin).Where(origin => origin.Length > 0)))
{
    private readonly RowHasher _hasher = new();
    private readonly string? _otherwise = string.IsNullOrEmpty(otherwise) ? null : otherwise;
    private readonly string?[] _key = new string?[keys.Count];

    public override string? Evaluate(MappedRow row)
    {
        for (var i = 0; i < keys.Count; i++)
        {
            _key[i] = keys[i].Evaluate(row);
            if (row.IsOut)
            {
                return null;
            }

            if (_key[i] is null)
            {
                return _otherwise;
            }
        }

        foreach (var cell in _key)
        {
            _hasher.Append(cell);
        }

        if (index.TryFind(_hasher.Finish(), slot, out var value))
        {
            return value;
        }

        if (otherwise is not null)
        {
            return _otherwise;
        }

        switch (onMissing)
        {
            case MissingEntry.Reject:
                row.Reject(ProfileDiagnosticCodes.LookupMissed, Origin, index.File);
                break;
            case MissingEntry.DropRow:
                row.Drop();
                break;
            default:
                row.Warn(ProfileDiagnosticCodes.LookupMissed, Origin, index.File);
                break;
        }

        return null;
    }
}
