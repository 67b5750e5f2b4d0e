using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using ClosingGap.Pipeline.Ports;

namespace ClosingGap.Storage.Blobs;

/// <summary>
/// Blobs in Azure Storage (or Azurite). Uploads are streamed in blocks, reads come in ranges of one version. A store that cannot be
/// reached is a <see cref="StoreUnavailableException"/>; a refused identity an <see cref="UnauthorizedAccessException"/>.
/// Listing is in ordinal order on an account with a flat namespace.
/// </summary>
public sealed class AzureBlobStore : IBlobStore
{
    private readonly BlobServiceClient _service;
    private readonly AzureBlobOptions _options;
    private readonly BlobContainers _containers;

    public AzureBlobStore(StorageConnection connection, AzureBlobOptions options)
    {
        ArgumentNullException.ThrowIfNull(connection);
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        _options = options;
        _service = connection.CreateClient(options);
        _containers = new BlobContainers(_service);
    }

    /// <inheritdoc />
    public async Task<StoredBlob?> FindAsync(string container, string path, CancellationToken cancellationToken)
    {
        try
        {
            return await BlobFaults.GuardAsync(
                container,
                async () =>
                {
                    var found = (await Blob(container, path).GetPropertiesAsync(null, cancellationToken).ConfigureAwait(false)).Value;
                    return new StoredBlob(
                        path, found.ContentLength, BlobETag.Format(found.ETag), found.LastModified, WithoutCase(found.Metadata));
                },
                cancellationToken).ConfigureAwait(false);
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<StoredBlob> ListAsync(
        string container, string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var options = new GetBlobsOptions { Traits = BlobTraits.Metadata, Prefix = prefix.Length == 0 ? null : prefix };
        await using var pages = _service.GetBlobContainerClient(container).GetBlobsAsync(options, cancellationToken)
            .AsPages().GetAsyncEnumerator(cancellationToken);
        while (await NextAsync().ConfigureAwait(false))
        {
            foreach (var item in pages.Current.Values)
            {
                // An account with a hierarchical namespace lists its folders as empty blobs with this mark.
                if (!item.Metadata.ContainsKey("hdi_isfolder"))
                {
                    yield return new StoredBlob(
                        item.Name,
                        item.Properties.ContentLength ?? 0,
                        BlobETag.Format(item.Properties.ETag ?? default),
                        item.Properties.LastModified ?? default,
                        WithoutCase(item.Metadata));
                }
            }
        }

        async Task<bool> NextAsync()
        {
            try
            {
                return await BlobFaults.GuardAsync(container, () => pages.MoveNextAsync().AsTask(), cancellationToken).ConfigureAwait(false);
            }
            catch (FileNotFoundException)
            {
                // No container: nothing in it.
                return false;
            }
        }
    }

    /// <inheritdoc />
    public Task<Stream> OpenReadAsync(string container, string path, string? etag, CancellationToken cancellationToken) =>
        BlobFaults.GuardAsync<Stream>(
            container,
            async () =>
            {
                var blob = Blob(container, path);
                var conditions = etag is null ? null : new BlobRequestConditions { IfMatch = BlobETag.Parse(etag) };
                var found = (await blob.GetPropertiesAsync(conditions, cancellationToken).ConfigureAwait(false)).Value;
                return new BlobReadStream(blob, container, found.ETag, found.ContentLength, _options.ReadBufferBytes);
            },
            cancellationToken);

    /// <inheritdoc />
    public async Task<bool> CreateAsync(string container, string path, Stream content, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);

        // Saves the sending of a large blob that is there already; the condition of the write is what decides.
        if ((!content.CanSeek || content.Length - content.Position > _options.BlockBytes)
            && await FindAsync(container, path, cancellationToken).ConfigureAwait(false) is not null)
        {
            return false;
        }

        var conditions = new BlobRequestConditions { IfNoneMatch = ETag.All };
        try
        {
            await UploadAsync(container, path, content, "application/octet-stream", conditions, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (RequestFailedException exception) when (exception.Status is 409 or 412)
        {
            return false;
        }
        catch (RequestFailedException exception) when (IsTakenBlockList(exception))
        {
            // Another writer's commit has swept away our blocks: it is there now.
            return await FindAsync(container, path, cancellationToken).ConfigureAwait(false) is null
                ? throw BlobFaults.Describe(exception, container, cancellationToken)!
                : false;
        }
        catch (Exception exception) when (BlobFaults.Describe(exception, container, cancellationToken) is { } described)
        {
            throw described;
        }
    }

    /// <inheritdoc />
    public Task WriteAsync(string container, string path, Stream content, string contentType, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        return BlobFaults.GuardAsync(
            container,
            async () =>
            {
                await UploadAsync(container, path, content, contentType, null, cancellationToken).ConfigureAwait(false);
                return true;
            },
            cancellationToken);
    }

    /// <inheritdoc />
    public async Task DeleteAsync(string container, string path, CancellationToken cancellationToken)
    {
        try
        {
            await BlobFaults.GuardAsync(
                container,
                () => Blob(container, path).DeleteIfExistsAsync(DeleteSnapshotsOption.IncludeSnapshots, null, cancellationToken),
                cancellationToken).ConfigureAwait(false);
        }
        catch (FileNotFoundException)
        {
            // No container: nothing to remove.
        }
    }

    private async Task UploadAsync(
        string container, string path, Stream content, string contentType, BlobRequestConditions? conditions, CancellationToken cancellationToken)
    {
        var upload = new BlockUpload(Blob(container, path), _options);
        var start = content.CanSeek ? content.Position : 0;
        await _containers.EnsureAsync(container, cancellationToken).ConfigureAwait(false);
        try
        {
            await upload.RunAsync(content, contentType, conditions, cancellationToken).ConfigureAwait(false);
        }
        catch (RequestFailedException exception) when (
            content.CanSeek && string.Equals(exception.ErrorCode, BlobErrorCode.ContainerNotFound.ToString(), StringComparison.Ordinal))
        {
            // Somebody removed the container after we had made it.
            _containers.Forget(container);
            await _containers.EnsureAsync(container, cancellationToken).ConfigureAwait(false);
            content.Position = start;
            await upload.RunAsync(content, contentType, conditions, cancellationToken).ConfigureAwait(false);
        }
    }

    private static bool IsTakenBlockList(RequestFailedException exception) =>
        exception.Status == 400 && string.Equals(exception.ErrorCode, "InvalidBlockList", StringComparison.Ordinal);

    private static Dictionary<string, string> WithoutCase(IDictionary<string, string> metadata) =>
        new(metadata, StringComparer.OrdinalIgnoreCase);

    private BlockBlobClient Blob(string container, string path) =>
        _service.GetBlobContainerClient(container).GetBlockBlobClient(path);
}
