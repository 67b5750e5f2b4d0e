using ClosingGap.Ingest.Diagnostics;

namespace ClosingGap.Ingest.Packages;

/// <summary>Holds the names inside a package to its root.</summary>
internal static class EntryNames
{
    /// <summary>Gives the name with forward slashes.</summary>
    /// <exception cref="PackageRefusedException">The name is absolute, holds <c>..</c>, a drive or a control character.</exception>
    public static string Normalize(string name)
    {
        var normal = name.Replace('\\', '/');
        var segments = normal.Split('/');
        var leavesRoot = normal.Length == 0
            || normal[0] == '/'
            || normal.Contains(':', StringComparison.Ordinal)
            || normal.Any(char.IsControl)
            || segments.Any(segment => segment.Length > 0 && segment.AsSpan().Trim(" .").Length == 0);
        if (leavesRoot)
        {
            throw new PackageRefusedException(
                DiagnosticCodes.PackagePathOutsideRoot,
                "The package holds a file whose path leaves the package.",
                "Zip the CSV files themselves, without absolute paths, drive letters or \"..\".");
        }

        return normal;
    }
}
