namespace ClosingGap.Ingest.Canonical;

/// <summary>Takes the accepted rows of a drop as they are validated, in bounded memory.</summary>
public interface ICanonicalSink
{
    /// <summary>
    /// True when rows are kept. Where they are not, a row may be given that turns out to be a double of one before it only at the end of its
    /// file: it is reported and counted as refused all the same.
    /// </summary>
    bool KeepsRows => true;

    /// <summary>Says that rows of this table follow, and how they are meant.</summary>
    ValueTask BeginTableAsync(CanonicalTable table, Tables.TableMode mode, CancellationToken cancellationToken);

    /// <summary>Takes one accepted row: a cell for each column of the table, in canonical form.</summary>
    /// <param name="deleted">True for a row that a delta deletes; only its key is then meaningful.</param>
    ValueTask WriteAsync(CanonicalTable table, string?[] cells, bool deleted, CancellationToken cancellationToken);

    /// <summary>Takes one accepted row whose cells are not strings yet. What a sink does not do itself goes through strings.</summary>
    ValueTask WriteAsync(CanonicalTable table, CanonicalRow row, CancellationToken cancellationToken) =>
        WriteAsync(table, row.ToCells(), deleted: false, cancellationToken);

    /// <summary>Says that the table is complete.</summary>
    ValueTask EndTableAsync(CanonicalTable table, CancellationToken cancellationToken);
}
