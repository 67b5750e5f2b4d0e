using System.Diagnostics.CodeAnalysis;
using ClosingGap.Pipeline.Districts;

namespace ClosingGap.Pipeline.Drops;

/// <summary>
/// The path of a drop inside the container of drops: <c>{state}/{district}/{source}/{name}.zip</c>,
/// or a folder <c>{state}/{district}/{source}/{name}/</c> that an empty blob <c>_complete</c> finishes.
/// </summary>
/// <param name="District">The district that the path names.</param>
/// <param name="Source">The source that the path names.</param>
/// <param name="Path">The zip's path, or the folder's with its closing slash.</param>
public sealed record DropPath(DistrictId District, string Source, string Path)
{
    /// <summary>The container of drops.</summary>
    public const string Container = "drops";

    /// <summary>The blob that finishes a folder.</summary>
    public const string CompletionMark = "_complete";

    private const int MaxNameLength = 100;

    /// <summary>True for a folder of files.</summary>
    public bool IsFolder => Path.EndsWith('/');

    /// <summary>True for a blob that can finish a drop; any other blob is a part of a folder or nothing of ours.</summary>
    public static bool Announces(string blobPath) =>
        blobPath.EndsWith(".zip", StringComparison.OrdinalIgnoreCase)
        || blobPath.EndsWith("/" + CompletionMark, StringComparison.Ordinal);

    /// <summary>Reads the path of an announcing blob, strictly; false when it is not of the form.</summary>
    public static bool TryParse(string blobPath, [NotNullWhen(true)] out DropPath? path)
    {
        path = null;
        var parts = blobPath.Split('/');
        if (parts.Length is < 4 or > 5
            || !DistrictId.TryCreate(parts[0], parts[1], out var district)
            || !IsSource(parts[2])
            || !IsName(parts[3]))
        {
            return false;
        }

        if (parts.Length == 4 && parts[3].Length > 4 && parts[3].EndsWith(".zip", StringComparison.OrdinalIgnoreCase))
        {
            path = new DropPath(district, parts[2], blobPath);
            return true;
        }

        if (parts.Length == 5 && string.Equals(parts[4], CompletionMark, StringComparison.Ordinal))
        {
            path = new DropPath(district, parts[2], blobPath[..^CompletionMark.Length]);
            return true;
        }

        return false;
    }

    /// <summary>True for the name of a source: lower-case letters, digits and hyphens, 1 to 20 characters.</summary>
    public static bool IsSource(string name) =>
        name.Length is >= 1 and <= 20 && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    private static bool IsName(string name) =>
        name.Length is >= 1 and <= MaxNameLength
        && name[0] != '.'
        && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.');
}
