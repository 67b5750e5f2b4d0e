using Azure.Core;
using Azure.Identity;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Configuration;

namespace ClosingGap.Storage.Blobs;

/// <summary>
/// Where the storage account is, as the Functions host names it: <c>AzureWebJobsStorage</c> (a connection string), or
/// <c>AzureWebJobsStorage__blobServiceUri</c> (or <c>__accountName</c>) with an identity, whose client id may be in
/// <c>AzureWebJobsStorage__clientId</c>.
/// </summary>
/// <param name="ConnectionString">A connection string; null when there is a service URI.</param>
/// <param name="BlobServiceUri">The blob service; null when there is a connection string.</param>
/// <param name="ClientId">The client id of a user-assigned identity; null: the environment's default.</param>
public sealed record StorageConnection(string? ConnectionString, Uri? BlobServiceUri, string? ClientId)
{
    /// <summary>The setting's name.</summary>
    public const string DefaultName = "AzureWebJobsStorage";

    /// <summary>Reads the settings.</summary>
    /// <exception cref="InvalidOperationException">None of them is there, or the URI is none.</exception>
    public static StorageConnection Parse(IConfiguration configuration, string name = DefaultName)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var section = configuration.GetSection(name);
        var connectionString = section.Value;
        if (!string.IsNullOrWhiteSpace(connectionString))
        {
            return new(connectionString, null, null);
        }

        var clientId = section["clientId"];
        var uri = section["blobServiceUri"];
        if (string.IsNullOrWhiteSpace(uri) && section["accountName"] is { Length: > 0 } account)
        {
            uri = $"https://{account}.blob.core.windows.net";
        }

        if (string.IsNullOrWhiteSpace(uri))
        {
            throw new InvalidOperationException(
                $"storage_connection: neither {name} nor {name}__blobServiceUri is set; give a connection string, or a service URI for an identity.");
        }

        return Uri.TryCreate(uri, UriKind.Absolute, out var parsed)
            ? new(null, parsed, string.IsNullOrWhiteSpace(clientId) ? null : clientId)
            : throw new InvalidOperationException($"storage_connection: {name}__blobServiceUri is not an absolute URI; write https://<account>.blob.core.windows.net.");
    }

    /// <summary>A client of the blob service.</summary>
    public BlobServiceClient CreateClient(AzureBlobOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var clientOptions = new BlobClientOptions
        {
            Retry =
            {
                Mode = RetryMode.Exponential,
                MaxRetries = options.MaxRetries,
                Delay = options.RetryDelay,
                MaxDelay = options.MaxRetryDelay,
                NetworkTimeout = options.NetworkTimeout,
            },
        };
        return ConnectionString is not null
            ? new BlobServiceClient(ConnectionString, clientOptions)
            : new BlobServiceClient(BlobServiceUri, Credential(ClientId), clientOptions);
    }

    /// <summary>The identity of this app; on Azure the managed identity named by <c>AZURE_CLIENT_ID</c> unless another is given.</summary>
    internal static TokenCredential Credential(string? clientId)
    {
        var options = new DefaultAzureCredentialOptions();
        if (clientId is not null)
        {
            options.ManagedIdentityClientId = clientId;
        }

        return new DefaultAzureCredential(options);
    }
}
