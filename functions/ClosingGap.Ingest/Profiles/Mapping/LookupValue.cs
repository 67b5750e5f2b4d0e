namespace ClosingGap.Ingest.Profiles.Mapping;

/// <summary>A value from another file of the package. Only the columns that are needed are held, once, in a bounded dictionary.</summary>
/// <param name="File">The file, or the pattern of the files, looked up in.</param>
/// <param name="Match">From a column of that file to the value it must have; a blank value finds nothing and is no miss.</param>
/// <param name="Value">The column of that file that is taken; of several rows the first.</param>
/// <param name="Filter">Which rows of that file count.</param>
/// <param name="Default">The value when nothing is found; null: see <paramref name="OnMissing"/>.</param>
/// <param name="OnMissing">What a miss does.</param>
public sealed record LookupValue(
    string File,
    IReadOnlyDictionary<string, ValueMapping> Match,
    string Value,
    IReadOnlyList<RowFilter> Filter,
    string? Default,
    MissingEntry OnMissing) : ValueMapping;
