using System.Buffers;
using System.Buffers.Binary;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace ClosingGap.Storage.Blobs;

/// <summary>
/// Sends a stream of any length: in one request when it fits in a block, else block by block, a bounded number at a time, and then
/// commits the list. Block ids carry a random part of this upload, so that two uploads of one path never mix their blocks.
/// </summary>
internal sealed class BlockUpload(BlockBlobClient blob, AzureBlobOptions options)
{
    public async Task RunAsync(Stream content, string contentType, BlobRequestConditions? conditions, CancellationToken cancellationToken)
    {
        var headers = new BlobHttpHeaders { ContentType = contentType };
        var first = ArrayPool<byte>.Shared.Rent(options.BlockBytes);
        var length = await FillAsync(content, first, cancellationToken).ConfigureAwait(false);
        if (length < options.BlockBytes)
        {
            try
            {
                using var body = new MemoryStream(first, 0, length, writable: false);
                await blob.UploadAsync(
                    body, new BlobUploadOptions { HttpHeaders = headers, Conditions = conditions }, cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(first);
            }

            return;
        }

        var ids = await StageAsync(content, first, length, cancellationToken).ConfigureAwait(false);
        await blob.CommitBlockListAsync(
            ids, new CommitBlockListOptions { HttpHeaders = headers, Conditions = conditions }, cancellationToken).ConfigureAwait(false);
    }

    // Each buffer is given back by the task that sends it, so at most UploadConcurrency + 1 are in use.
    private async Task<List<string>> StageAsync(Stream content, byte[] buffer, int length, CancellationToken cancellationToken)
    {
        using var slots = new SemaphoreSlim(options.UploadConcurrency);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var ids = new List<string>();
        var sending = new List<Task>();
        var upload = Guid.NewGuid();
        try
        {
            while (length > 0)
            {
                await slots.WaitAsync(stop.Token).ConfigureAwait(false);
                sending.RemoveAll(task => task.IsCompletedSuccessfully);
                var id = BlockId(upload, ids.Count);
                ids.Add(id);
                sending.Add(SendAsync(id, buffer, length));
                buffer = ArrayPool<byte>.Shared.Rent(options.BlockBytes);
                length = await FillAsync(content, buffer, stop.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // A block has failed and stopped the rest; its own error comes out of the wait below.
        }
        catch
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await Task.WhenAll(sending).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        await Task.WhenAll(sending).ConfigureAwait(false);
        return ids;

        async Task SendAsync(string id, byte[] bytes, int count)
        {
            try
            {
                using var body = new MemoryStream(bytes, 0, count, writable: false);
                await blob.StageBlockAsync(id, body, null, stop.Token).ConfigureAwait(false);
            }
            catch
            {
                await stop.CancelAsync().ConfigureAwait(false);
                throw;
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(bytes);
                slots.Release();
            }
        }
    }

    private static string BlockId(Guid upload, int number)
    {
        Span<byte> id = stackalloc byte[20];
        upload.TryWriteBytes(id);
        BinaryPrimitives.WriteInt32BigEndian(id[16..], number);
        return Convert.ToBase64String(id);
    }

    private async Task<int> FillAsync(Stream content, byte[] buffer, CancellationToken cancellationToken) =>
        await content.ReadAtLeastAsync(
            buffer.AsMemory(0, options.BlockBytes), options.BlockBytes, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
}
