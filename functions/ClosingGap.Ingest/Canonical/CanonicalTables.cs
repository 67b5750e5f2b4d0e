namespace ClosingGap.Ingest.Canonical;

/// <summary>The canonical tables: OneRoster 1.2 and 1.1 in one superset, and the extension files under Ed-Fi and CEDS names.</summary>
public static class CanonicalTables
{
    private static readonly Dictionary<string, CanonicalTable> s_byName = CanonicalTableDefinitions.Load()
        .ToDictionary(table => table.Name, StringComparer.Ordinal);

    /// <summary>All tables, in the order in which references can be checked: what is referred to comes first.</summary>
    public static IReadOnlyList<CanonicalTable> All { get; } = [.. s_byName.Values];

    /// <summary>The table of that name.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public static CanonicalTable Get(string name) => s_byName[name];

    /// <summary>The table of that name, or null.</summary>
    public static CanonicalTable? Find(string name) => s_byName.GetValueOrDefault(name);
}
