namespace ClosingGap.Ingest.Profiles.Init;

/// <summary>A file taken for a canonical table.</summary>
/// <param name="File">The file.</param>
/// <param name="Table">The canonical table.</param>
/// <param name="Columns">From canonical columns to the file's.</param>
/// <param name="NameScore">3: the file has a name that such files have; 2: a word of its name is one; 0: neither.</param>
/// <param name="Score">The sum of all clues; comparable between the tables of one file.</param>
internal sealed record TableMatch(FileSketch File, string Table, IReadOnlyDictionary<string, ColumnSketch> Columns, double NameScore, double Score);
