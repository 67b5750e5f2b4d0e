using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using ClosingGap.Ingest.Receipts;

namespace ClosingGap.Cli.Dropping;

/// <summary>Reads receipts from the container <c>receipts</c>.</summary>
internal sealed class ReceiptReader(BlobServiceClient storage)
{
    private const string Unknown = "unknown/";
    private readonly BlobContainerClient _container = storage.GetBlobContainerClient("receipts");

    /// <summary>Where the receipts of a district are, with the closing slash.</summary>
    public static string Folder(DistrictName district) => $"{district.State}/{district.LocalId}/";

    public static CliException None(string dropId) => new(
        ExitCodes.Rejected, $"There is no receipt of drop {dropId}. One is written when the drop has ended or is held: wait, or ask for it with: closinggap status {dropId}.");

    /// <summary>Looks for the folder that holds a receipt: that of drops without a district, then those of all districts. Needs the right to list.</summary>
    public async Task<string?> FindFolderAsync(string dropId, CancellationToken cancellationToken)
    {
        if (await HasAsync(Unknown, dropId, cancellationToken))
        {
            return Unknown;
        }

        await foreach (var state in FoldersAsync("", cancellationToken))
        {
            await foreach (var district in FoldersAsync(state, cancellationToken))
            {
                if (await HasAsync(district, dropId, cancellationToken))
                {
                    return district;
                }
            }
        }

        return null;
    }

    /// <summary>The receipt.</summary>
    /// <exception cref="CliException">There is none, or it cannot be read.</exception>
    public async Task<Receipt> ReadAsync(string folder, string dropId, CancellationToken cancellationToken)
    {
        await using var content = await OpenAsync(folder, dropId, "json", cancellationToken);
        try
        {
            return await JsonSerializer.DeserializeAsync(content, ReceiptJson.Default.Receipt, cancellationToken) ?? throw new JsonException("null");
        }
        catch (JsonException exception)
        {
            throw new CliException(ExitCodes.ServiceFault, "The receipt cannot be read: the service and this command are not of the same release.", exception);
        }
    }

    /// <param name="ending"><c>json</c> or <c>html</c>.</param>
    /// <exception cref="CliException">There is none.</exception>
    public async Task<Stream> OpenAsync(string folder, string dropId, string ending, CancellationToken cancellationToken)
    {
        try
        {
            return await _container.GetBlobClient($"{folder}{dropId}.{ending}").OpenReadAsync(cancellationToken: cancellationToken);
        }
        catch (RequestFailedException exception) when (exception.Status == 404)
        {
            throw None(dropId);
        }
    }

    private async Task<bool> HasAsync(string folder, string dropId, CancellationToken cancellationToken) =>
        await _container.GetBlobClient($"{folder}{dropId}.json").ExistsAsync(cancellationToken);

    private async IAsyncEnumerable<string> FoldersAsync(string prefix, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var options = new GetBlobsByHierarchyOptions { Delimiter = "/", Prefix = prefix };
        var found = _container.GetBlobsByHierarchyAsync(options, cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using (found)
        {
            while (await NextAsync(found))
            {
                if (found.Current is { IsPrefix: true, Prefix: { } folder } && folder != Unknown)
                {
                    yield return folder;
                }
            }
        }
    }

    /// <summary>A container that is not there yet is empty.</summary>
    private static async ValueTask<bool> NextAsync(IAsyncEnumerator<BlobHierarchyItem> found)
    {
        try
        {
            return await found.MoveNextAsync();
        }
        catch (RequestFailedException exception) when (exception.ErrorCode == BlobErrorCode.ContainerNotFound)
        {
            return false;
        }
    }
}
