using System.Security.Cryptography;
using System.Text;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace ClosingGap.EndToEnd.Service;

/// <summary>Puts packages into the container of drops, as a district's own job does.</summary>
internal sealed class DropUploader(string storage)
{
    private readonly BlobServiceClient _storage = new(storage);
    private DateTimeOffset _last;

    /// <summary>Uploads a zip.</summary>
    /// <returns>The drop's id.</returns>
    public async Task<string> UploadAsync(string path, Stream content, DateOnly? asOf = null)
    {
        await NextSecondAsync();
        return IdOf([await PutAsync(path, content, asOf)]);
    }

    /// <summary>Uploads a folder file by file, then the mark that completes it.</summary>
    /// <returns>The drop's id.</returns>
    public async Task<string> UploadFolderAsync(string path, string folder, DateOnly? asOf = null)
    {
        var blobs = new List<(string Path, string ETag)>();
        foreach (var file in Directory.EnumerateFiles(folder))
        {
            await using var content = File.OpenRead(file);
            blobs.Add(await PutAsync($"{path}/{Path.GetFileName(file)}", content, null));
        }

        blobs.Add(await PutAsync($"{path}/_complete", Stream.Null, asOf));
        return IdOf(blobs);
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

    /// <summary>Waits until storage tells a later second than at the last drop: drops of one second have no order.</summary>
    private async Task NextSecondAsync()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var container = _storage.GetBlobContainerClient("clock");
        await container.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        DateTimeOffset now;
        do
        {
            now = (await container.GetBlobClient("now").UploadAsync(Stream.Null, overwrite: true, cancellationToken)).Value.LastModified;
        }
        while (now <= _last);
        _last = now;
    }

    /// <summary>The receipt of a drop, or null.</summary>
    public Task<string?> FindReceiptAsync(string path) => FindAsync("receipts", path);

    /// <summary>The text of a file that the service wrote, or null.</summary>
    public async Task<string?> FindAsync(string container, string path)
    {
        var blob = _storage.GetBlobContainerClient(container).GetBlobClient(path);
        return await blob.ExistsAsync(TestContext.Current.CancellationToken)
            ? (await blob.DownloadContentAsync(TestContext.Current.CancellationToken)).Value.Content.ToString()
            : null;
    }

    private static string IdOf(IEnumerable<(string Path, string ETag)> blobs)
    {
        var text = string.Concat(blobs.OrderBy(blob => blob.Path, StringComparer.Ordinal).Select(blob => $"{blob.Path}\n{blob.ETag}\n"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32];
    }

    private async Task<(string Path, string ETag)> PutAsync(string path, Stream content, DateOnly? asOf)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var container = _storage.GetBlobContainerClient("drops");
        await container.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        var options = new BlobUploadOptions { HttpHeaders = new BlobHttpHeaders { ContentType = "application/zip" } };
        if (asOf is { } date)
        {
            options.Metadata = new Dictionary<string, string> { ["asof"] = date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) };
        }

        var written = (await container.GetBlobClient(path).UploadAsync(content, options, cancellationToken)).Value;
        _last = written.LastModified;
        return (path, written.ETag.ToString("H").Trim('"'));
    }
}
