using System.Globalization;
using System.Text;
using ClosingGap.Ingest.Diagnostics;

namespace ClosingGap.Ingest.Packages;

/// <summary>Holds the names inside a package to its root, and to what people can see.</summary>
internal static class EntryNames
{
    private const int MaxLength = 1_024;

    /// <summary>Gives the name with forward slashes.</summary>
    /// <exception cref="PackageRefusedException">The name is absolute, holds <c>..</c>, a drive, a control or an invisible character, or is too long.</exception>
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

        // Marks that turn the direction of writing make "vsc.sresu" out of a name; joiners make two names that look like one.
        return normal.Length <= MaxLength && normal.EnumerateRunes().All(IsVisible)
            ? normal
            : throw new PackageRefusedException(
                DiagnosticCodes.PackageUnsafeName,
                "The package holds a file whose name has invisible characters or is longer than 1,024 characters.",
                "Name the files as the standard does: letters, digits, dots and hyphens.");
    }

    /// <summary>The refusal of two files whose names are the same but for case, which other systems would take for one.</summary>
    public static PackageRefusedException Twice(string name) => new(
        DiagnosticCodes.PackageDuplicateFile, $"The package holds the file {ShownName.Of(name)} twice; case does not count.", "Keep one of the two.", name);

    private static bool IsVisible(Rune rune) =>
        rune != Rune.ReplacementChar
        && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Format or UnicodeCategory.Control or UnicodeCategory.Surrogate
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);
}
