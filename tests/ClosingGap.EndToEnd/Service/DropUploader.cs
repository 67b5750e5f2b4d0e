using System.Security.Cryptography;
using System.Text;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace ClosingGap.EndToEnd.Service;

/// <summary>Puts packages into the container of drops, as a district's own job does.</summary>
internal sealed class DropUploader(string storage)
{
    private readonly BlobServiceClient _storage = new(storage);

    /// <summary>Uploads a zip.</summary>
    /// <returns>The drop's id.</returns>
    public async Task<string> UploadAsync(string path, Stream content, DateOnly? asOf = null)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var container = _storage.GetBlobContainerClient("drops");
        await container.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        var options = new BlobUploadOptions { HttpHeaders = new BlobHttpHeaders { ContentType = "application/zip" } };
        if (asOf is { } date)
        {
            options.Metadata = new Dictionary<string, string> { ["asof"] = date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) };
        }

        var etag = (await container.GetBlobClient(path).UploadAsync(content, options, cancellationToken)).Value.ETag.ToString("H").Trim('"');
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{path}\n{etag}\n")))[..32];
    }

    public async Task<string> UploadFileAsync(string path, string file, DateOnly? asOf = null)
    {
        await using var content = File.OpenRead(file);
        return await UploadAsync(path, content, asOf);
    }

    public async Task<string> UploadBytesAsync(string path, byte[] bytes, DateOnly? asOf = null)
    {
        using var content = new MemoryStream(bytes);
        return await UploadAsync(path, content, asOf);
    }

    /// <summary>The receipt of a drop, or null.</summary>
    public async Task<string?> FindReceiptAsync(string path)
    {
        var blob = _storage.GetBlobContainerClient("receipts").GetBlobClient(path);
        return await blob.ExistsAsync(TestContext.Current.CancellationToken)
            ? (await blob.DownloadContentAsync(TestContext.Current.CancellationToken)).Value.Content.ToString()
            : null;
    }
}
