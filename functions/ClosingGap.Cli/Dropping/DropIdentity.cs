using System.Security.Cryptography;
using System.Text;
using Azure;

namespace ClosingGap.Cli.Dropping;

/// <summary>
/// The id that the service gives to what was uploaded, known without asking it: the first 32 hexadecimal digits of SHA-256 over
/// <c>{path}\n{etag}\n</c> of each blob in ordinal order of paths.
/// </summary>
internal static class DropIdentity
{
    private const int Length = 32;

    public static string Of(IEnumerable<(string Path, ETag ETag)> blobs)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (path, etag) in blobs.OrderBy(blob => blob.Path, StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{path}\n{etag.ToString("H").Trim('"')}\n"));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..Length];
    }
}
