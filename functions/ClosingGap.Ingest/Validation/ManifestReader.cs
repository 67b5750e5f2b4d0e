using ClosingGap.Ingest.Contracts;
using ClosingGap.Ingest.Csv;
using ClosingGap.Ingest.Diagnostics;

namespace ClosingGap.Ingest.Validation;

/// <summary>Reads <c>manifest.csv</c> (OneRoster CSV binding, section 3).</summary>
internal sealed class ManifestReader(string file, FindingReporter reporter)
{
    /// <summary>The manifest's name without <c>.csv</c>.</summary>
    public const string Table = "manifest";

    private const string FilePrefix = "file.";
    private static readonly string[] s_header = ["propertyName", "value"];
    private static readonly string[] s_optional = ["source.systemName", "source.systemCode"];

    private readonly Dictionary<string, string> _properties = new(StringComparer.Ordinal);
    private readonly FileTally _tally = new(file, Table, isUsed: true);

    /// <summary>The warnings on the manifest; its properties are no data rows.</summary>
    public FileResult Result => _tally.ToResult();

    /// <summary>Reads the manifest; null when it cannot be read at all.</summary>
    public async Task<Manifest?> ReadAsync(Stream stream, CsvOptions options, CancellationToken cancellationToken)
    {
        try
        {
            await using var csv = await CsvFile.OpenAsync(stream, options, cancellationToken).ConfigureAwait(false);
            if (!IsHeader(csv.Header, exact: true))
            {
                reporter.File(DiagnosticCodes.ManifestInvalidHeader, _tally, row: 1);
                if (reporter.IsStrict || !IsHeader(csv.Header, exact: false))
                {
                    return null;
                }
            }

            await foreach (var row in csv.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                Take(row);
            }

            if (csv.BlankLines > 0)
            {
                reporter.File(DiagnosticCodes.ManifestRowWidthMismatch, _tally);
            }
        }
        catch (CsvUnreadableException exception)
        {
            reporter.File(exception.Code, _tally, exception.Row);
            return null;
        }

        return Conclude();
    }

    private static bool IsHeader(IReadOnlyList<string> names, bool exact) =>
        names.Count == 2
        && (exact
            ? names.SequenceEqual(s_header, StringComparer.Ordinal)
            : names.Select(name => name.Trim()).SequenceEqual(s_header, StringComparer.OrdinalIgnoreCase));

    private void Take(CsvRow row)
    {
        if (row.Fault is not null || row.Deviation is not null)
        {
            reporter.File(
                row.Fault == DiagnosticCodes.TableRowWidthMismatch ? DiagnosticCodes.ManifestRowWidthMismatch : row.Fault ?? row.Deviation!,
                _tally,
                row.Row);
        }

        if (row.Fault is not null)
        {
            return;
        }

        var name = Text(row.Cells[0]);
        if (IsHeader([name, row.Cells[1] ?? string.Empty], exact: true))
        {
            reporter.File(DiagnosticCodes.ManifestInvalidHeader, _tally, row.Row);
        }
        else if (!_properties.TryAdd(name, Text(row.Cells[1])))
        {
            reporter.File(DiagnosticCodes.ManifestDuplicateProperty, _tally, row.Row);
        }
    }

    /// <summary>Strictly a blank is part of the text.</summary>
    private string Text(string? cell) => (reporter.IsStrict ? cell : cell?.Trim()) ?? string.Empty;

    private Manifest Conclude()
    {
        var version = Version();
        Require("manifest.version", DiagnosticCodes.ManifestInvalidManifestVersion, value => value == "1.0");
        var modes = new Dictionary<string, ManifestMode>(StringComparer.Ordinal);
        foreach (var (name, value) in _properties)
        {
            if (name.StartsWith(FilePrefix, StringComparison.Ordinal) && TableOf(name, version) is { } table)
            {
                modes[table] = Mode(table, value);
            }
            else if (name is not ("manifest.version" or "oneroster.version") && !s_optional.Contains(name, StringComparer.Ordinal))
            {
                reporter.File(DiagnosticCodes.ManifestUnknownProperty, _tally);
            }
        }

        if (version is not null)
        {
            foreach (var table in FileContracts.OfVersion(version).Keys.Where(table => !modes.ContainsKey(table)))
            {
                reporter.File(DiagnosticCodes.ManifestMissingProperty, _tally, target: FilePrefix + table);
            }
        }

        return new Manifest
        {
            Version = version,
            HasSystemName = _properties.GetValueOrDefault("source.systemName") is { Length: > 0 },
            Modes = modes,
        };
    }

    private string? Version()
    {
        var found = _properties.GetValueOrDefault("oneroster.version");
        Require("oneroster.version", DiagnosticCodes.ManifestInvalidOnerosterVersion, value => FileContracts.Versions.Contains(value));
        return found switch
        {
            not null when FileContracts.Versions.Contains(found, StringComparer.Ordinal) => found,
            "1.1.1" => "1.1",
            "1.2.1" => "1.2",
            _ => null,
        };
    }

    private void Require(string name, string invalidCode, Predicate<string> isValid)
    {
        if (!_properties.TryGetValue(name, out var value))
        {
            reporter.File(DiagnosticCodes.ManifestMissingProperty, _tally, target: name);
        }
        else if (!isValid(value))
        {
            reporter.File(invalidCode, _tally);
        }
    }

    private string? TableOf(string property, string? version)
    {
        var name = property[FilePrefix.Length..];
        var known = FileContracts.ProcessingOrder.FirstOrDefault(
            table => string.Equals(table, name, reporter.IsStrict ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase));
        return known is not null && (version is null || FileContracts.Find(version, known) is not null) ? known : null;
    }

    private ManifestMode Mode(string table, string value)
    {
        switch (value)
        {
            case "absent":
                return ManifestMode.Absent;
            case "bulk":
                return ManifestMode.Bulk;
            case "delta":
                return ManifestMode.Delta;
            default:
                reporter.File(DiagnosticCodes.ManifestInvalidFileMode, _tally, target: FilePrefix + table);
                return Enum.TryParse<ManifestMode>(value, ignoreCase: true, out var mode) && Enum.IsDefined(mode) ? mode : ManifestMode.Absent;
        }
    }
}
