using ClosingGap.Ingest.Packages;

namespace ClosingGap.Ingest.Profiles;

/// <summary>
/// A pattern of file names: <c>*</c> stands for any characters within one part of the path, a bar separates alternatives. Upper and lower
/// case are the same: exporters write <c>assignment=1</c> and <c>Assignment=1</c>.
/// </summary>
internal static class FilePattern
{
    private const char Any = '*';
    private const char Or = '|';

    /// <summary>False for the plain name of one file.</summary>
    public static bool IsPattern(string file) => file.AsSpan().ContainsAny(Any, Or);

    /// <summary>The files that fit, in the order of the package. Of a zipped folder the folder's own name is no part of the pattern.</summary>
    /// <param name="newestPerFolder">True: of each folder only the last by name.</param>
    public static IReadOnlyList<PackageEntry> Select(IReadOnlyList<PackageEntry> entries, string pattern, bool newestPerFolder)
    {
        var found = SelectBelow(entries, "", pattern, newestPerFolder);
        return found.Count == 0 && EnclosingFolder(entries) is { Length: > 0 } root ? SelectBelow(entries, root, pattern, newestPerFolder) : found;
    }

    private static IReadOnlyList<PackageEntry> SelectBelow(IReadOnlyList<PackageEntry> entries, string root, string pattern, bool newestPerFolder)
    {
        var alternatives = pattern.Split(Or, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var fitting = entries.Where(entry => entry.Name.StartsWith(root, StringComparison.Ordinal)
            && Array.Exists(alternatives, alternative => Fits(entry.Name.AsSpan(root.Length), alternative)));
        return newestPerFolder
            ? [.. fitting.GroupBy(entry => FolderOf(entry.Name), StringComparer.OrdinalIgnoreCase).Select(folder => folder.MaxBy(FileName, StringComparer.Ordinal)!)]
            : [.. fitting];
    }

    /// <summary>The one folder that holds every file, with its slash; what an operating system puts beside it does not count.</summary>
    private static string EnclosingFolder(IReadOnlyList<PackageEntry> entries)
    {
        var names = entries.Select(entry => entry.Name).Where(name => !name.StartsWith("__MACOSX/", StringComparison.Ordinal)).ToArray();
        var root = names.Length == 0 ? "" : names[0][..(names[0].IndexOf('/', StringComparison.Ordinal) + 1)];
        return Array.TrueForAll(names, name => name.StartsWith(root, StringComparison.Ordinal)) ? root : "";
    }

    private static string FolderOf(string name) => name[..(name.LastIndexOf('/') + 1)];

    private static string FileName(PackageEntry entry) => entry.Name[(entry.Name.LastIndexOf('/') + 1)..];

    private static bool Fits(ReadOnlySpan<char> name, ReadOnlySpan<char> pattern)
    {
        while (true)
        {
            var (namePart, patternPart) = (name.IndexOf('/'), pattern.IndexOf('/'));
            if (namePart < 0 || patternPart < 0)
            {
                return namePart == patternPart && PartFits(name, pattern);
            }

            if (!PartFits(name[..namePart], pattern[..patternPart]))
            {
                return false;
            }

            name = name[(namePart + 1)..];
            pattern = pattern[(patternPart + 1)..];
        }
    }

    /// <summary>The first stretch stands at the beginning, the last at the end, each between them as early as it can.</summary>
    private static bool PartFits(ReadOnlySpan<char> part, ReadOnlySpan<char> pattern)
    {
        var star = pattern.IndexOf(Any);
        if (star < 0)
        {
            return part.Equals(pattern, StringComparison.OrdinalIgnoreCase);
        }

        if (!part.StartsWith(pattern[..star], StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        part = part[star..];
        pattern = pattern[(star + 1)..];
        while ((star = pattern.IndexOf(Any)) >= 0)
        {
            var at = part.IndexOf(pattern[..star], StringComparison.OrdinalIgnoreCase);
            if (at < 0)
            {
                return false;
            }

            part = part[(at + star)..];
            pattern = pattern[(star + 1)..];
        }

        return part.EndsWith(pattern, StringComparison.OrdinalIgnoreCase);
    }
}
