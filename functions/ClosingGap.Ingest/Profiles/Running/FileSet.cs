using ClosingGap.Ingest.Packages;

namespace ClosingGap.Ingest.Profiles.Running;

/// <summary>
/// The files that a profile means by one name, and the columns that it asks of them. Operators know a column by its place among those
/// asked for; where it stands is found in each file's own header.
/// </summary>
/// <param name="name">The file's name or the pattern, as the profile has it.</param>
/// <param name="files">The files, in the order in which they are read.</param>
/// <param name="header">The header of a single file, trimmed; null for a pattern, whose headers are read with the rows.</param>
internal sealed class FileSet(string name, IReadOnlyList<PackageEntry> files, IReadOnlyList<string>? header)
{
    private readonly List<(string Column, bool Optional)> _columns = [];
    private readonly HashSet<string> _made = new(StringComparer.Ordinal);

    public string Name { get; } = name;

    public IReadOnlyList<PackageEntry> Files { get; } = files;

    public IReadOnlyList<string>? Header { get; } = header;

    /// <summary>How many columns are asked for.</summary>
    public int Width => _columns.Count;

    /// <summary>Asks for a column; gives its place. It is optional when everyone who asks for it says so.</summary>
    public int Ask(string column, bool optional)
    {
        var at = _columns.FindIndex(asked => string.Equals(asked.Column, column, StringComparison.Ordinal));
        if (at < 0)
        {
            _columns.Add((column, optional));
            return _columns.Count - 1;
        }

        _columns[at] = (column, _columns[at].Optional && optional);
        return at;
    }

    /// <summary>Says that a name is made by an operator, and must not be a column too.</summary>
    public void Make(string column) => _made.Add(column);

    /// <summary>Finds the columns in a header.</summary>
    /// <param name="faults">Gets the code and column of each that is missing or stands there twice.</param>
    /// <returns>For each column asked for its position, or -1.</returns>
    public int[] Place(IReadOnlyList<string> found, List<(string Code, string Column)> faults)
    {
        var places = new int[_columns.Count];
        for (var index = 0; index < places.Length; index++)
        {
            var (column, optional) = _columns[index];
            places[index] = -1;
            for (var position = 0; position < found.Count; position++)
            {
                if (string.Equals(found[position], column, StringComparison.Ordinal))
                {
                    if (places[index] >= 0)
                    {
                        faults.Add((ProfileDiagnosticCodes.AmbiguousColumn, column));
                    }

                    places[index] = position;
                }
            }

            if (places[index] < 0 && !optional)
            {
                faults.Add((ProfileDiagnosticCodes.MissingColumn, column));
            }
        }

        faults.AddRange(_made.Where(column => found.Contains(column, StringComparer.Ordinal)).Select(column => (ProfileDiagnosticCodes.AmbiguousColumn, column)));
        return places;
    }
}
