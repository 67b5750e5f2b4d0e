using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace ClosingGap.Cli.Dropping;

/// <summary>Puts what is dropped into the container of drops, streamed, and never over an earlier drop.</summary>
internal sealed class DropUploader(BlobServiceClient storage)
{
    private const string Container = "drops";
    private const string CompletionMark = "_complete";
    private readonly BlobContainerClient _container = storage.GetBlobContainerClient(Container);

    /// <summary>Uploads a zip as it is.</summary>
    /// <returns>The drop's id.</returns>
    /// <exception cref="CliException">There is a drop of that name.</exception>
    public async Task<string> UploadZipAsync(string file, DropTarget target, DateOnly? asOf, CancellationToken cancellationToken)
    {
        await RequireContainerAsync(cancellationToken);
        await using var content = File.OpenRead(file);
        var etag = await UploadAsync(target.ZipPath, content, "application/zip", asOf, cancellationToken);
        return DropIdentity.Of([(target.ZipPath, etag)]);
    }

    /// <summary>Uploads a folder file by file, and the mark that completes it last.</summary>
    /// <returns>The drop's id.</returns>
    /// <exception cref="CliException">There is a drop of that name.</exception>
    public async Task<string> UploadFolderAsync(string folder, DropTarget target, DateOnly? asOf, CancellationToken cancellationToken)
    {
        await RequireContainerAsync(cancellationToken);
        var blobs = new List<(string Path, ETag ETag)>();
        foreach (var (name, file) in DropFiles.Of(folder))
        {
            var path = $"{target.Folder}/{name}";
            await using var content = File.OpenRead(file);
            blobs.Add((path, await UploadAsync(path, content, "text/csv", null, cancellationToken)));
        }

        var mark = $"{target.Folder}/{CompletionMark}";
        blobs.Add((mark, await UploadAsync(mark, Stream.Null, "application/octet-stream", asOf, cancellationToken)));
        return DropIdentity.Of(blobs);
    }

    private async Task<ETag> UploadAsync(string path, Stream content, string contentType, DateOnly? asOf, CancellationToken cancellationToken)
    {
        var options = new BlobUploadOptions
        {
            HttpHeaders = new BlobHttpHeaders { ContentType = contentType },
            Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
        };
        if (asOf is { } date)
        {
            options.Metadata = new Dictionary<string, string>(StringComparer.Ordinal) { ["asof"] = date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) };
        }

        try
        {
            return (await _container.GetBlobClient(path).UploadAsync(content, options, cancellationToken)).Value.ETag;
        }
        catch (RequestFailedException taken) when (taken.ErrorCode == BlobErrorCode.BlobAlreadyExists || taken.ErrorCode == BlobErrorCode.ConditionNotMet)
        {
            throw new CliException(ExitCodes.WrongUse, $"There is a drop at {path} already: give another --name, since drops are kept as they came.", taken);
        }
    }

    /// <summary>The container is made on the first drop; an identity that may only write to it is not asked to make it.</summary>
    private async Task RequireContainerAsync(CancellationToken cancellationToken)
    {
        if (!await _container.ExistsAsync(cancellationToken))
        {
            await _container.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        }
    }
}
