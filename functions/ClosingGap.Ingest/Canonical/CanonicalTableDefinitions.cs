namespace ClosingGap.Ingest.Canonical;

/// <summary>Reads the embedded <c>canonical-tables.txt</c>: one line a table, so that a column is added by adding a word.</summary>
internal static class CanonicalTableDefinitions
{
    private const string Resource = "ClosingGap.Ingest.Canonical.canonical-tables.txt";

    public static IEnumerable<CanonicalTable> Load()
    {
        using var stream = typeof(CanonicalTableDefinitions).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The resource {Resource} is missing from the assembly.");
        using var reader = new StreamReader(stream);
        var tables = new List<CanonicalTable>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                tables.Add(Parse(line));
            }
        }

        return tables;
    }

    /// <summary>A line reads <c>name | student column or - | column:type column:type …</c>; a star marks the key's columns.</summary>
    private static CanonicalTable Parse(string line)
    {
        var parts = line.Split('|', StringSplitOptions.TrimEntries);
        var columns = new List<CanonicalColumn>();
        var key = new List<string>();
        foreach (var word in parts[2].Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var separator = word.IndexOf(':', StringComparison.Ordinal);
            var name = word[..separator].TrimStart('*');
            columns.Add(new CanonicalColumn(name, Enum.Parse<ColumnType>(word[(separator + 1)..])));
            if (word[0] == '*')
            {
                key.Add(name);
            }
        }

        return new CanonicalTable(parts[0], columns, key, parts[1] == "-" ? null : parts[1]);
    }
}
