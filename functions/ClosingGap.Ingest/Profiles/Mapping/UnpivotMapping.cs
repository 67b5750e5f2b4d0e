namespace ClosingGap.Ingest.Profiles.Mapping;

/// <summary>Turns repeated columns to rows: one row for each repetition in which a cell is filled.</summary>
/// <param name="Into">
/// From the name under which <c>column</c> finds the cell to the repeated columns: either their names, or one pattern in which
/// <c>[*]</c> stands for <c>[0]</c>, <c>[1]</c>, … and for no index at all (the form that flattened XML gives to a single element).
/// </param>
public sealed record UnpivotMapping(IReadOnlyDictionary<string, IReadOnlyList<string>> Into);
