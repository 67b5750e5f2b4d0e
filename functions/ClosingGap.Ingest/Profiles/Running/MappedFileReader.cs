using ClosingGap.Ingest.Csv;
using ClosingGap.Ingest.Diagnostics;
using ClosingGap.Ingest.Packages;

namespace ClosingGap.Ingest.Profiles.Running;

/// <summary>Reads a file of a package forward, row by row, and reports the rows that cannot be used.</summary>
internal sealed class MappedFileReader : IAsyncDisposable
{
    private readonly CsvFile _csv;
    private readonly IAsyncEnumerator<CsvRow> _rows;
    private readonly IDiagnosticSink _diagnostics;
    private string?[] _cells = [];

    private MappedFileReader(CsvFile csv, string file, IDiagnosticSink diagnostics, CancellationToken cancellationToken)
    {
        _csv = csv;
        _rows = csv.ReadAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);
        _diagnostics = diagnostics;
        File = file;
        Header = [.. csv.Header.Select(name => name.Trim())];
    }

    /// <summary>The file's name.</summary>
    public string File { get; }

    /// <summary>The names of its columns, trimmed; empty for an empty file.</summary>
    public IReadOnlyList<string> Header { get; }

    /// <summary>The current row as a spreadsheet shows it: the header is row 1.</summary>
    public long Row { get; private set; } = 1;

    /// <param name="cancellationToken">Ends the opening and every later read.</param>
    /// <exception cref="PackageRefusedException">The header cannot be read.</exception>
    public static async Task<MappedFileReader> OpenAsync(
        IPackage package, PackageEntry entry, CsvOptions options, IDiagnosticSink diagnostics, CancellationToken cancellationToken)
    {
        var file = entry.Name;
        var stream = await package.OpenAsync(file, cancellationToken).ConfigureAwait(false);
        try
        {
            var csv = await CsvFile.OpenAsync(stream, options, cancellationToken, entry.Length).ConfigureAwait(false);
            return new MappedFileReader(csv, file, diagnostics, cancellationToken);
        }
        catch (CsvUnreadableException exception)
        {
            throw Refused(diagnostics, file, exception);
        }
    }

    /// <summary>Goes to the next row that can be used; the others are reported and passed over.</summary>
    /// <exception cref="PackageRefusedException">The file cannot be read on.</exception>
    public async ValueTask<bool> ReadAsync()
    {
        try
        {
            while (await _rows.MoveNextAsync().ConfigureAwait(false))
            {
                var row = _rows.Current;
                Row = row.Row;
                if (row.Fault is null)
                {
                    _cells = row.Cells;
                    return true;
                }

                _diagnostics.Report(new Diagnostic(row.Fault, Severity.Error, File, row.Row));
            }

            return false;
        }
        catch (CsvUnreadableException exception)
        {
            throw Refused(_diagnostics, File, exception);
        }
    }

    /// <summary>The cell, trimmed; null when blank. A line break in it becomes a space: canonical text has none.</summary>
    public string? Cell(int ordinal)
    {
        var cell = _cells[ordinal]?.Trim();
        if (string.IsNullOrEmpty(cell))
        {
            return null;
        }

        return cell.AsSpan().ContainsAny('\r', '\n') ? cell.ReplaceLineEndings(" ") : cell;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _rows.DisposeAsync().ConfigureAwait(false);
        await _csv.DisposeAsync().ConfigureAwait(false);
    }

    private static PackageRefusedException Refused(IDiagnosticSink diagnostics, string file, CsvUnreadableException exception)
    {
        diagnostics.Report(new Diagnostic(exception.Code, Severity.Fatal, file, exception.Row));
        var entry = DiagnosticCatalogue.Find(exception.Code);
        return new PackageRefusedException(
            exception.Code,
            FormattableString.Invariant($"The file {file} cannot be read on at row {exception.Row}. {entry?.Meaning}"),
            entry?.Fix ?? "Export it again as UTF-8 CSV.",
            file,
            exception);
    }
}
