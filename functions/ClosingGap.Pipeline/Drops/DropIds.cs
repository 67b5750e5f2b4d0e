using System.Security.Cryptography;
using System.Text;
using ClosingGap.Pipeline.Ports;

namespace ClosingGap.Pipeline.Drops;

/// <summary>The id of a drop is what was dropped: the same blob twice is the same drop.</summary>
public static class DropIds
{
    private const int Length = 32;

    /// <summary>The id of a zip: a hash of its path and ETag.</summary>
    public static string OfZip(string path, string etag) => Hash([(path, etag)]);

    /// <summary>The id of a folder: a hash of its files' sorted paths and ETags, the completion mark among them.</summary>
    public static string OfFolder(IEnumerable<StoredBlob> files) =>
        Hash(files.Select(file => (file.Path, file.ETag)).OrderBy(pair => pair.Path, StringComparer.Ordinal));

    /// <summary>The id of a rebuild that a person asked for.</summary>
    public static string OfRebuild(string district, DateTimeOffset askedAt) =>
        "r" + Hash([($"rebuild:{district}", askedAt.ToUnixTimeMilliseconds().ToString(System.Globalization.CultureInfo.InvariantCulture))])[1..];

    /// <summary>True for 32 lower-case letters and digits.</summary>
    public static bool IsWellFormed(string? id) => id is { Length: Length } && id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c));

    /// <summary>The orchestration of one attempt.</summary>
    public static string Instance(string dropId, int attempt) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"drop-{dropId}-{attempt}");

    private static string Hash(IEnumerable<(string Path, string ETag)> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (path, etag) in parts)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{path}\n{etag}\n"));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..Length];
    }
}
