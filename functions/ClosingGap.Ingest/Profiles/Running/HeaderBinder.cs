using ClosingGap.Ingest.Diagnostics;
using ClosingGap.Ingest.Profiles.Mapping;

namespace ClosingGap.Ingest.Profiles.Running;

/// <summary>Finds named columns in the headers of a package and reports what is not there.</summary>
internal sealed class HeaderBinder(FileHeaders headers, IDiagnosticSink diagnostics)
{
    /// <summary>True once a file or column was missing.</summary>
    public bool Failed { get; private set; }

    /// <summary>The header, or null when the package lacks the file.</summary>
    public IReadOnlyList<string>? Header(string file)
    {
        if (headers.Find(file) is { } header)
        {
            return header;
        }

        Fail(ProfileDiagnosticCodes.MissingFile, file, null);
        return null;
    }

    /// <summary>The column's position; -1, reported, when it is missing or stands there twice.</summary>
    public int Ordinal(string file, string column)
    {
        if (Header(file) is not { } header)
        {
            return -1;
        }

        var found = -1;
        for (var i = 0; i < header.Count; i++)
        {
            if (string.Equals(header[i], column, StringComparison.Ordinal))
            {
                if (found >= 0)
                {
                    Fail(ProfileDiagnosticCodes.AmbiguousColumn, file, column);
                    return -1;
                }

                found = i;
            }
        }

        if (found < 0)
        {
            Fail(ProfileDiagnosticCodes.MissingColumn, file, column);
        }

        return found;
    }

    public BoundFilter Filter(string file, IReadOnlyList<RowFilter> filters) =>
        new([.. filters.Select(filter => (Ordinal(file, filter.Column), filter))]);

    /// <summary>Refuses names that are also columns of the file: it would be open which of the two is meant.</summary>
    public void RefuseColumns(string file, IEnumerable<string> names)
    {
        if (Header(file) is { } header)
        {
            foreach (var name in names.Where(name => header.Contains(name, StringComparer.Ordinal)))
            {
                Fail(ProfileDiagnosticCodes.AmbiguousColumn, file, name);
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
