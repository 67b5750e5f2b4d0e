using Azure;

namespace ClosingGap.Storage.Blobs;

/// <summary>ETags of blobs in one form, without quotes: the service quotes them in headers and not in lists.</summary>
internal static class BlobETag
{
    public static string Format(ETag etag) => etag.ToString("H").Trim('"');

    public static ETag Parse(string etag) => new($"\"{etag.Trim('"')}\"");
}
