namespace ClosingGap.Ingest.Canonical;

/// <summary>The canonical tables: OneRoster 1.2 and 1.1 in one superset, and the extension files under Ed-Fi and CEDS names.</summary>
public static class CanonicalTables
{
    private static readonly Dictionary<string, CanonicalTable> s_byName = Load(CanonicalTableDefinitions.Sent);
    private static readonly Dictionary<string, CanonicalTable> s_history = Load(CanonicalTableDefinitions.History);

    /// <summary>All tables that a district may send, in the order in which references can be checked: what is referred to comes first.</summary>
    public static IReadOnlyList<CanonicalTable> All { get; } = [.. s_byName.Values];

    /// <summary>The tables that the merge keeps of what vanished from others; see <see cref="Snapshot.RosterHistory"/>.</summary>
    public static IReadOnlyList<CanonicalTable> History { get; } = [.. s_history.Values];

    /// <summary>The table of that name, also one of <see cref="History"/>.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public static CanonicalTable Get(string name) => s_history.GetValueOrDefault(name) ?? s_byName[name];

    /// <summary>The table of that name that a district may send, or null.</summary>
    public static CanonicalTable? Find(string name) => s_byName.GetValueOrDefault(name);

    private static Dictionary<string, CanonicalTable> Load(string file) =>
        CanonicalTableDefinitions.Load(file).ToDictionary(table => table.Name, StringComparer.Ordinal);
}
