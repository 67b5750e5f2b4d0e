using ClosingGap.Ingest.Csv;
using ClosingGap.Ingest.Diagnostics;
using ClosingGap.Ingest.Packages;
using ClosingGap.Ingest.Profiles.Mapping;

namespace ClosingGap.Ingest.Profiles.Running;

/// <summary>The headers of the files that a profile names, as far as the package has them.</summary>
internal sealed class FileHeaders
{
    private readonly Dictionary<string, IReadOnlyList<string>> _headers = new(StringComparer.Ordinal);
    private readonly HashSet<(string File, string? Column)> _faults = [];

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

    /// <summary>True the first time that this file or column is found wanting: several tables may name it.</summary>
    public bool IsNewFault(string file, string? column) => _faults.Add((file, column));
}
