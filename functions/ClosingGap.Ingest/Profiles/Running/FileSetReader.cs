using ClosingGap.Ingest.Csv;
using ClosingGap.Ingest.Diagnostics;
using ClosingGap.Ingest.Packages;

namespace ClosingGap.Ingest.Profiles.Running;

/// <summary>Reads the files of a set one after the other, one open at a time, as if they were one file.</summary>
internal sealed class FileSetReader(
    FileSet files, IPackage package, CsvOptions options, IDiagnosticSink diagnostics, CancellationToken cancellationToken) : IAsyncDisposable
{
    private MappedFileReader? _file;
    private int[] _places = [];
    private int _next;

    /// <summary>The set.</summary>
    public FileSet Files { get; } = files;

    /// <summary>The name of the file that the current row stands in.</summary>
    public string File => _file!.File;

    /// <summary>The current row's number in its file, as a spreadsheet shows it.</summary>
    public long Row => _file!.Row;

    /// <summary>Counts the rows of all files.</summary>
    public long Position { get; private set; }

    /// <summary>Goes to the next row that can be used; the others are reported and passed over.</summary>
    /// <exception cref="PackageRefusedException">A file cannot be read on, or lacks a column.</exception>
    public async ValueTask<bool> ReadAsync()
    {
        while (true)
        {
            if (_file is not null && await _file.ReadAsync().ConfigureAwait(false))
            {
                Position++;
                return true;
            }

            if (_next == Files.Files.Count)
            {
                return false;
            }

            await OpenAsync(Files.Files[_next++]).ConfigureAwait(false);
        }
    }

    /// <summary>The cell of a column that was asked for, trimmed; null when blank or when the file lacks the column.</summary>
    public string? Cell(int ordinal) => _places[ordinal] is var place and >= 0 ? _file!.Cell(place) : null;

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _file?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async ValueTask OpenAsync(PackageEntry entry)
    {
        await DisposeAsync().ConfigureAwait(false);
        _file = null;
        var file = await MappedFileReader.OpenAsync(package, entry, options, diagnostics, cancellationToken).ConfigureAwait(false);
        if (Files.Header is null && file.Header.All(name => name.Length == 0))
        {
            // Of nothing to export, exporters make an empty file.
            await file.DisposeAsync().ConfigureAwait(false);
            return;
        }

        _file = file;
        var faults = new List<(string Code, string Column)>();
        _places = Files.Place(file.Header, faults);
        if (faults.Count > 0)
        {
            foreach (var (code, column) in faults)
            {
                diagnostics.Report(new Diagnostic(code, Severity.Fatal, entry.Name, null, column));
            }

            throw FileHeaders.Refused([.. faults.Select(fault => (fault.Code, entry.Name, (string?)fault.Column))]);
        }
    }
}
