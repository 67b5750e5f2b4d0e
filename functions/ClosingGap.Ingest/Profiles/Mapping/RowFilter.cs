namespace ClosingGap.Ingest.Profiles.Mapping;

/// <summary>A condition on one column of a file.</summary>
/// <param name="Column">The file's column.</param>
/// <param name="Kind">What is asked.</param>
/// <param name="Values">What the cell is compared with, ordinally; empty for <see cref="RowFilterKind.NotBlank"/>.</param>
public sealed record RowFilter(string Column, RowFilterKind Kind, IReadOnlySet<string> Values)
{
    /// <summary>True: in a file without the column the cell counts as blank; false: such a package is rejected.</summary>
    public bool Optional { get; init; }
}
