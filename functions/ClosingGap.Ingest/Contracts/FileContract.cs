using ClosingGap.Ingest.Canonical;

namespace ClosingGap.Ingest.Contracts;

/// <summary>What one file must look like.</summary>
internal sealed class FileContract
{
    /// <summary>Makes a contract; the key is the marked columns, or <c>sourcedId</c>.</summary>
    public FileContract(string name, bool isExtension, IReadOnlyList<ContractColumn> columns)
    {
        Name = name;
        IsExtension = isExtension;
        Columns = columns;
        Canonical = CanonicalTables.Find(name);
        CanonicalOrdinals = [.. columns.Select(column => Canonical?.Ordinal(column.Canonical ?? column.Name) ?? -1)];
        var marked = Enumerable.Range(0, columns.Count).Where(index => columns[index].Key).ToArray();
        Key = marked.Length > 0 ? marked : [IndexOf("sourcedId")];
        StatusColumn = IndexOf("status");
        ModifiedColumn = IndexOf("dateLastModified");
        HasLifecycle = StatusColumn >= 0 && columns[StatusColumn].Required == ValueRequirement.Delta;
    }

    /// <summary>The table's name; the file is <c>{name}.csv</c>.</summary>
    public string Name { get; }

    /// <summary>True for a file that OneRoster does not know.</summary>
    public bool IsExtension { get; }

    /// <summary>The columns, in the order of the standard.</summary>
    public IReadOnlyList<ContractColumn> Columns { get; }

    /// <summary>Where the rows go.</summary>
    public CanonicalTable? Canonical { get; }

    /// <summary>For each column its place in the canonical row, or -1 for what is never kept, such as passwords.</summary>
    public IReadOnlyList<int> CanonicalOrdinals { get; }

    /// <summary>The positions of the key's columns.</summary>
    public IReadOnlyList<int> Key { get; }

    /// <summary>The position of <c>status</c>, or -1.</summary>
    public int StatusColumn { get; }

    /// <summary>The position of <c>dateLastModified</c>, or -1.</summary>
    public int ModifiedColumn { get; }

    /// <summary>True when rows may be changes, told by <c>status</c> and <c>dateLastModified</c>.</summary>
    public bool HasLifecycle { get; }

    /// <summary>True when the key is the <c>sourcedId</c> alone, so that other tables can point here.</summary>
    public bool IsReferable => Key.Count == 1 && Columns[Key[0]].Name == "sourcedId";

    /// <summary>The position of a column, or -1.</summary>
    public int IndexOf(string column)
    {
        for (var index = 0; index < Columns.Count; index++)
        {
            if (string.Equals(Columns[index].Name, column, StringComparison.Ordinal))
            {
                return index;
            }
        }

        return -1;
    }
}
