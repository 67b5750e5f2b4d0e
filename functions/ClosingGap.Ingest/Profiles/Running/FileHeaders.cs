using ClosingGap.Ingest.Csv;
using ClosingGap.Ingest.Diagnostics;
using ClosingGap.Ingest.Packages;
using ClosingGap.Ingest.Profiles.Mapping;

namespace ClosingGap.Ingest.Profiles.Running;

/// <summary>The headers of the files that a profile names, as far as the package has them.</summary>
internal sealed class FileHeaders
{
    private readonly Dictionary<string, IReadOnlyList<string>> _headers = new(StringComparer.Ordinal);
    private readonly List<(string Code, string File, string? Column)> _faults = [];

    /// <summary>Reads the header of every file that the tables name and the package has.</summary>
    public static async Task<FileHeaders> ReadAsync(
        IPackage package, IEnumerable<TableMapping> tables, CsvOptions options, IDiagnosticSink diagnostics, CancellationToken cancellationToken)
    {
        var headers = new FileHeaders();
        var present = package.Entries.Select(entry => entry.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var file in tables.SelectMany(NamedFiles.Of).Distinct(StringComparer.Ordinal).Where(present.Contains))
        {
            await using var reader = await MappedFileReader.OpenAsync(package, file, options, diagnostics, cancellationToken).ConfigureAwait(false);
            headers._headers.Add(file, reader.Header);
        }

        return headers;
    }

    /// <summary>The header, or null when the package lacks the file.</summary>
    public IReadOnlyList<string>? Find(string file) => _headers.GetValueOrDefault(file);

    /// <summary>Notes that a file or column is wanting; true the first time, as several tables may name it.</summary>
    public bool IsNewFault(string code, string file, string? column)
    {
        var isNew = !_faults.Contains((code, file, column));
        if (isNew)
        {
            _faults.Add((code, file, column));
        }

        return isNew;
    }

    /// <summary>Refuses the package when anything is wanting.</summary>
    /// <exception cref="PackageRefusedException">Its message names the first twenty files and columns.</exception>
    public void ThrowIfAny()
    {
        if (_faults is [var first, ..])
        {
            var places = _faults.Take(20).Select(fault => fault.Column is null ? $"the file {fault.File}" : $"the column {fault.Column} of {fault.File}");
            throw new PackageRefusedException(
                first.Code,
                $"The package does not have, or not once, what its profile names: {string.Join(", ", places)}.",
                "Export what is missing, or correct the profile.",
                first.File);
        }
    }
}
