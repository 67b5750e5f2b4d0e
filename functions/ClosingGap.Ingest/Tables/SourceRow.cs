namespace ClosingGap.Ingest.Tables;

/// <summary>One row on its way to a canonical table, with the place it came from.</summary>
/// <param name="File">The file's name in the package.</param>
/// <param name="Row">Its line in the file as a spreadsheet shows it: the header is row 1.</param>
/// <param name="Cells">One cell for each column of the <see cref="ITableSource"/>; null when blank.</param>
public readonly record struct SourceRow(string File, long Row, string?[] Cells)
{
    /// <summary>The name under which the file is counted with others of its kind; null: under its own.</summary>
    public string? Group { get; init; }
}
