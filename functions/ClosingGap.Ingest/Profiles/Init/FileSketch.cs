namespace ClosingGap.Ingest.Profiles.Init;

/// <summary>What a file looks like.</summary>
/// <param name="File">Its name in the package.</param>
/// <param name="Columns">Its columns; a name that stands twice, or is blank, is left out: a profile could not name it.</param>
/// <param name="Rows">The rows read.</param>
/// <param name="Fault">The code of why it cannot be read, or null.</param>
internal sealed record FileSketch(string File, IReadOnlyList<ColumnSketch> Columns, long Rows, string? Fault)
{
    /// <summary>The words of its name: without folder, ending and digits; the folder's own name when nothing remains.</summary>
    public IReadOnlyList<string> NameWords { get; } = WordsOf(File);

    /// <summary>The name as one word.</summary>
    public string NameKey => string.Concat(NameWords);

    public ColumnSketch? Find(string column) => Columns.FirstOrDefault(sketch => string.Equals(sketch.Name, column, StringComparison.Ordinal));

    private static IReadOnlyList<string> WordsOf(string file)
    {
        var parts = file.Split('/');
        var words = HeaderNames.Words(Path.GetFileNameWithoutExtension(parts[^1]));
        return words.Count > 0 || parts.Length == 1 ? words : HeaderNames.Words(parts[^2]);
    }
}
