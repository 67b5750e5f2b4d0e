using ClosingGap.Ingest.Diagnostics;
using ClosingGap.Ingest.Profiles.Mapping;

namespace ClosingGap.Ingest.Profiles.Running;

/// <summary>Asks the files of a package for named columns and reports what is not there, as far as headers are known.</summary>
internal sealed class HeaderBinder(FileHeaders headers, IDiagnosticSink diagnostics)
{
    private static readonly FileSet s_missing = new("", [], []);

    /// <summary>True once a file or column was missing.</summary>
    public bool Failed { get; private set; }

    /// <summary>The files; an empty set, reported, when the package has none.</summary>
    public FileSet Files(string file)
    {
        if (headers.Find(file) is { } found)
        {
            return found;
        }

        Fail(ProfileDiagnosticCodes.MissingFile, file, null);
        return s_missing;
    }

    /// <summary>The column's place among those asked for; in a single file it is reported when it is missing or stands there twice.</summary>
    public int Ordinal(string file, string column, bool optional = false)
    {
        if (headers.Find(file) is not { } files)
        {
            Fail(ProfileDiagnosticCodes.MissingFile, file, null);
            return -1;
        }

        var count = files.Header?.Count(name => string.Equals(name, column, StringComparison.Ordinal)) ?? 1;
        if (count > 1 || (count == 0 && !optional))
        {
            Fail(count > 1 ? ProfileDiagnosticCodes.AmbiguousColumn : ProfileDiagnosticCodes.MissingColumn, file, column);
        }

        return files.Ask(column, optional);
    }

    public BoundFilter Filter(string file, IReadOnlyList<RowFilter> filters) =>
        new([.. filters.Select(filter => (Ordinal(file, filter.Column, filter.Optional), filter))]);

    /// <summary>Refuses names that are also columns of the file: it would be open which of the two is meant.</summary>
    public void RefuseColumns(string file, IEnumerable<string> names)
    {
        if (headers.Find(file) is { } files)
        {
            foreach (var name in names)
            {
                if (files.Header is null)
                {
                    files.Make(name);
                }
                else if (files.Header.Contains(name, StringComparer.Ordinal))
                {
                    Fail(ProfileDiagnosticCodes.AmbiguousColumn, file, name);
                }
            }
        }
    }

    public void Fail(string code, string file, string? column)
    {
        Failed = true;
        if (headers.IsNewFault(code, file, column))
        {
            diagnostics.Report(new Diagnostic(code, Severity.Fatal, file, null, column));
        }
    }
}
