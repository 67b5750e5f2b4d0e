namespace ClosingGap.Ingest.Profiles.Mapping;

/// <summary>How the rows of one file become rows of a canonical table: filter, then unpivot, then applyToAll, then columns.</summary>
/// <param name="File">The file's name in the package, or a pattern of several.</param>
/// <param name="Filter">All must hold for a row to be taken.</param>
/// <param name="Unpivot">Turns repeated columns to rows.</param>
/// <param name="ApplyToAll">Repeats each row for each id of another file.</param>
/// <param name="Columns">From canonical column to value.</param>
public sealed record SourceMapping(
    string File,
    IReadOnlyList<RowFilter> Filter,
    UnpivotMapping? Unpivot,
    ApplyToAllMapping? ApplyToAll,
    IReadOnlyDictionary<string, ValueMapping> Columns)
{
    /// <summary>True: a package without the files says nothing here, and the table's other sources are read; false: they are needed.</summary>
    public bool Optional { get; init; }
}
