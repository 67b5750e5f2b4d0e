using ClosingGap.Ingest.Contracts;
using ClosingGap.Ingest.Diagnostics;
using ClosingGap.Ingest.Packages;

namespace ClosingGap.Ingest.Validation;

/// <summary>Which file of a package is which: the manifest, the tables by name, and what is none of them.</summary>
internal sealed class PackageLayout
{
    private const string Suffix = ".csv";

    /// <summary>Written last into a folder of the drop container, to say that the folder is complete.</summary>
    private const string CompletionMarker = "_complete";

    private static readonly string[] s_archives = [".zip", ".7z", ".gz", ".rar", ".tar"];
    private static readonly string[] s_leftBehind = [".DS_Store", "Thumbs.db", "desktop.ini"];

    private readonly Dictionary<string, string> _tables = new(StringComparer.Ordinal);

    /// <summary>The manifest's entry, or null.</summary>
    public string? Manifest { get; private set; }

    /// <summary>The tables present, each with its entry's name.</summary>
    public IReadOnlyDictionary<string, string> Tables => _tables;

    /// <summary>Sorts the entries of a package and reports those that do not belong.</summary>
    public static PackageLayout Read(IPackage package, FindingReporter reporter)
    {
        var layout = new PackageLayout();
        var files = package.Entries.Select(entry => entry.Name).Where(name => !IsLeftBehind(name, reporter)).ToArray();
        var root = EnclosingFolder(files);
        if (root.Length > 0)
        {
            reporter.Package(DiagnosticCodes.PackageEnclosingFolder);
        }

        foreach (var file in files)
        {
            layout.Place(file, file[root.Length..], reporter);
        }

        return layout;
    }

    private static bool IsLeftBehind(string name, FindingReporter reporter)
    {
        var file = name[(name.LastIndexOf('/') + 1)..];
        if (string.Equals(file, CompletionMarker, StringComparison.Ordinal))
        {
            return true;
        }

        if (name.StartsWith("__MACOSX/", StringComparison.Ordinal) || s_leftBehind.Contains(file, StringComparer.OrdinalIgnoreCase))
        {
            reporter.Package(DiagnosticCodes.PackageIgnoredFile, name);
            return true;
        }

        return false;
    }

    /// <summary>The one folder that holds every file, with its slash; empty when files stand at the root.</summary>
    private static string EnclosingFolder(string[] files)
    {
        var slash = files.Length == 0 ? -1 : files[0].IndexOf('/', StringComparison.Ordinal);
        var folder = slash < 0 ? string.Empty : files[0][..(slash + 1)];
        return files.All(file => file.StartsWith(folder, StringComparison.Ordinal)) ? folder : string.Empty;
    }

    private void Place(string entry, string name, FindingReporter reporter)
    {
        if (s_archives.Any(archive => name.EndsWith(archive, StringComparison.OrdinalIgnoreCase)))
        {
            reporter.Package(DiagnosticCodes.PackageNestedZip, entry);
            return;
        }

        var table = KnownTable(name);
        if (table is null)
        {
            reporter.Package(DiagnosticCodes.PackageUnknownFile, entry);
            return;
        }

        if (!string.Equals(name, table + Suffix, StringComparison.Ordinal))
        {
            reporter.Package(DiagnosticCodes.PackageFileNameCase, entry);
        }

        if (table == ManifestReader.Table)
        {
            if (Manifest is not null)
            {
                reporter.Package(DiagnosticCodes.PackageDuplicateFile, entry);
            }

            Manifest ??= entry;
        }
        else if (!_tables.TryAdd(table, entry))
        {
            reporter.Package(DiagnosticCodes.PackageDuplicateFile, entry);
        }
    }

    private static string? KnownTable(string name)
    {
        if (!name.EndsWith(Suffix, StringComparison.OrdinalIgnoreCase) || name.Contains('/', StringComparison.Ordinal))
        {
            return null;
        }

        var stem = name[..^Suffix.Length];
        return string.Equals(stem, ManifestReader.Table, StringComparison.OrdinalIgnoreCase)
            ? ManifestReader.Table
            : FileContracts.ProcessingOrder.FirstOrDefault(table => string.Equals(table, stem, StringComparison.OrdinalIgnoreCase));
    }
}
