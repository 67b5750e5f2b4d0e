namespace ClosingGap.Ingest.Tables;

/// <summary>The rows that a package holds for one canonical table: read from the standard's own CSV, or mapped from another layout by a profile.</summary>
public interface ITableSource
{
    /// <summary>The canonical table's name.</summary>
    string Table { get; }

    /// <summary>What the package declares; null when it declares nothing.</summary>
    TableMode? DeclaredMode { get; }

    /// <summary>The columns of every row, by their canonical or raw name.</summary>
    IReadOnlyList<string> Columns { get; }

    /// <summary>Streams the rows once, in file order. A row array belongs to the caller.</summary>
    IAsyncEnumerable<SourceRow> ReadAsync(CancellationToken cancellationToken);
}
