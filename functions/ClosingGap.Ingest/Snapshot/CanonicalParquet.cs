using ClosingGap.Ingest.Canonical;

namespace ClosingGap.Ingest.Snapshot;

/// <summary>
/// A canonical table as a Parquet file. Text, Id, IdList and Code are UTF-8 strings; Boolean is BOOLEAN; Date is DATE;
/// Integer and SchoolYear are INT32; Decimal is DECIMAL(18,6). Every column is optional: null is blank.
/// </summary>
public static class CanonicalParquet
{
    /// <summary>Writes rows in the given order; a cell for each column of the table, in canonical form.</summary>
    public static Task WriteAsync(Stream output, CanonicalTable table, IEnumerable<string?[]> rows, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>Reads some columns of all row groups. A column that an older file has not reads as null.</summary>
    /// <param name="parquet">Seekable; is left open.</param>
    /// <param name="columns">Names of the table's columns.</param>
    public static Task<CanonicalColumns> ReadAsync(
        Stream parquet, CanonicalTable table, IReadOnlyList<string> columns, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>Reads the rows in file order, a row group at a time: a cell for each column of the table, in canonical form. A row array belongs to the caller.</summary>
    public static IAsyncEnumerable<string?[]> ReadRowsAsync(Stream parquet, CanonicalTable table, CancellationToken cancellationToken) => throw new NotImplementedException();
}
