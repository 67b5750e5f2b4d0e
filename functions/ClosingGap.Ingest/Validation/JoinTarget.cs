namespace ClosingGap.Ingest.Validation;

/// <summary>The records of one table by id and by local identifier. Memory: 8 bytes for each id, about 100 for each identifier that is not the id.</summary>
internal sealed class JoinTarget
{
    private readonly KeySet _ids = new();
    private readonly Dictionary<ulong, string?> _identifiers = [];

    /// <summary>True when the package or the published snapshot holds the table.</summary>
    public bool IsKnown { get; set; }

    /// <summary>True when the package holds the table.</summary>
    public bool IsInPackage { get; set; }

    /// <summary>Adds a record; the same one may come twice.</summary>
    public void Add(string sourcedId, string? identifier)
    {
        _ids.Add(KeyHash.Of(sourcedId));
        if (identifier is null || string.Equals(identifier, sourcedId, StringComparison.Ordinal))
        {
            return;
        }

        var key = KeyHash.Of(identifier);
        if (!_identifiers.TryAdd(key, sourcedId) && !string.Equals(_identifiers[key], sourcedId, StringComparison.Ordinal))
        {
            _identifiers[key] = null;
        }
    }

    /// <summary>Finds a record: by its id first, then by its identifier when no other record has the same.</summary>
    public JoinMatch Find(string name, out string sourcedId)
    {
        sourcedId = name;
        var key = KeyHash.Of(name);
        if (_ids.Contains(key))
        {
            return JoinMatch.Joined;
        }

        if (!_identifiers.TryGetValue(key, out var found))
        {
            return JoinMatch.NotJoined;
        }

        sourcedId = found ?? name;
        return found is null ? JoinMatch.Ambiguous : JoinMatch.Joined;
    }
}
