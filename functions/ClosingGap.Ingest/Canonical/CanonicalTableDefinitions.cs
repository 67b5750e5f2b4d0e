namespace ClosingGap.Ingest.Canonical;

/// <summary>Reads the embedded lists of tables: one line a table, so that a column is added by adding a word.</summary>
internal static class CanonicalTableDefinitions
{
    /// <summary>What districts send.</summary>
    public const string Sent = "canonical-tables.txt";

    /// <summary>What the merge keeps beside it.</summary>
    public const string History = "history-tables.txt";

    private const string Prefix = "ClosingGap.Ingest.Canonical.";

    public static IEnumerable<CanonicalTable> Load(string file)
    {
        using var stream = typeof(CanonicalTableDefinitions).Assembly.GetManifestResourceStream(Prefix + file)
            ?? throw new InvalidOperationException($"The resource {file} is missing from the assembly.");
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
