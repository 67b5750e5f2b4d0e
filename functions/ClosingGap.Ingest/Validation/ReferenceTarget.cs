using ClosingGap.Ingest.Validation.Semantics;

namespace ClosingGap.Ingest.Validation;

/// <summary>The records of one table that references may name.</summary>
internal sealed class ReferenceTarget(KeyMemory memory) : IDisposable
{
    private const string OwnTypes = "ext:any";

    private readonly KeySet _ids = new(memory);
    private readonly KeySet _base = new(memory);
    private readonly KeySet _deleted = new(memory);
    private readonly KeySet _typed = new(memory);
    private readonly List<string> _types = [];

    /// <summary>True when the package holds the table's file.</summary>
    public bool IsInPackage { get; set; }

    /// <summary>True when the file of the package, or the published snapshot, says which records exist.</summary>
    public bool IsComplete { get; set; }

    /// <summary>True when the published snapshot holds the table.</summary>
    public bool IsInBase { get; set; }

    /// <summary>Says that an id will be asked about soon.</summary>
    public void Approach(ulong id) => _ids.Approach(id);

    /// <summary>Adds a record; false when the package held it before.</summary>
    public bool Add(ulong id) => _ids.Add(id);

    /// <summary>Adds a record of the published snapshot.</summary>
    public void AddBase(ulong id) => _base.Add(id);

    /// <summary>Notes that a delta deletes a record; false when the package held it before.</summary>
    public bool Delete(ulong id)
    {
        _deleted.Add(id);
        return _ids.Add(id);
    }

    /// <summary>Notes the <c>type</c> of a record. Types outside the standard are one: nothing asks for them.</summary>
    public void SetType(ulong id, string type)
    {
        var known = ExtensionToken.Is(type) ? OwnTypes : type;
        if (!_types.Contains(known, StringComparer.Ordinal))
        {
            _types.Add(known);
        }

        _typed.Add(KeyHash.Append(id, known));
    }

    /// <summary>The <c>type</c> of a record, or null when it is not known.</summary>
    public string? TypeOf(ulong id)
    {
        foreach (var type in _types)
        {
            if (_typed.Contains(KeyHash.Append(id, type)))
            {
                return type;
            }
        }

        return null;
    }

    /// <summary>Lets go of the records, where nothing points to them.</summary>
    public void Dispose()
    {
        _ids.Dispose();
        _base.Dispose();
        _deleted.Dispose();
        _typed.Dispose();
    }

    /// <summary>True when the file of the package held the id before, as a record or as a deletion.</summary>
    public bool IsInFile(ulong id) => _ids.Contains(id);

    /// <summary>True when a delta of the package deletes the record.</summary>
    public bool IsDeleted(ulong id) => _deleted.Contains(id);

    /// <summary>Says whether a record exists.</summary>
    public ReferenceState Look(ulong id)
    {
        if (_deleted.Contains(id))
        {
            return ReferenceState.Missing;
        }

        if (_ids.Contains(id) || _base.Contains(id))
        {
            return ReferenceState.Found;
        }

        return !IsInPackage && !IsInBase ? ReferenceState.NoTargetFile
            : IsComplete ? ReferenceState.Missing
            : ReferenceState.NotVerifiable;
    }
}
