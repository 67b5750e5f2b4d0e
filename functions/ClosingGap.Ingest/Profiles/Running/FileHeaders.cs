using ClosingGap.Ingest.Csv;
using ClosingGap.Ingest.Diagnostics;
using ClosingGap.Ingest.Packages;
using ClosingGap.Ingest.Profiles.Mapping;

namespace ClosingGap.Ingest.Profiles.Running;

/// <summary>The files that a profile names, as far as the package has them; of those named singly the headers too.</summary>
internal sealed class FileHeaders
{
    private readonly Dictionary<string, FileSet> _sets = new(StringComparer.Ordinal);
    private readonly List<(string Code, string File, string? Column)> _faults = [];

    /// <summary>Finds the files. Of a pattern no file is opened: there may be thousands.</summary>
    public static async Task<FileHeaders> ReadAsync(
        IPackage package, DistrictProfile profile, CsvOptions options, IDiagnosticSink diagnostics, CancellationToken cancellationToken)
    {
        var headers = new FileHeaders();
        var present = package.Entries.ToDictionary(entry => entry.Name, StringComparer.Ordinal);
        foreach (var name in profile.Tables.SelectMany(table => table.Sources).SelectMany(NamedFiles.Of).Distinct(StringComparer.Ordinal))
        {
            if (FilePattern.IsPattern(name))
            {
                var files = FilePattern.Select(package.Entries, name, profile.NewestPerFolder);
                if (files.Count > 0)
                {
                    headers._sets.Add(name, new FileSet(name, files, header: null));
                }
            }
            else if (present.TryGetValue(name, out var file))
            {
                await using var reader = await MappedFileReader.OpenAsync(package, file, options, diagnostics, cancellationToken).ConfigureAwait(false);
                headers._sets.Add(name, new FileSet(name, [file], reader.Header));
            }
        }

        return headers;
    }

    /// <summary>The files, or null when the package has none.</summary>
    public FileSet? Find(string file) => _sets.GetValueOrDefault(file);

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
        if (_faults.Count > 0)
        {
            throw Refused(_faults);
        }
    }

    /// <summary>The refusal of a package that lacks what its profile names.</summary>
    public static PackageRefusedException Refused(IReadOnlyList<(string Code, string File, string? Column)> faults)
    {
        var places = faults.Take(20).Select(fault => fault.Column is null ? $"the file {fault.File}" : $"the column {fault.Column} of {fault.File}");
        return new PackageRefusedException(
            faults[0].Code,
            $"The package does not have, or not once, what its profile names: {string.Join(", ", places)}.",
            "Export what is missing, or correct the profile.",
            faults[0].File);
    }
}
