using Azure.Core;
using Azure.Identity;
using Azure.Storage.Blobs;

namespace ClosingGap.Cli.Service;

/// <summary>Where the service and its storage are: from the command line, the environment, or a running local service, in that order.</summary>
/// <param name="BaseUrl">The service's address, or null when none is known.</param>
/// <param name="Storage">A connection string or the blob service's URI, or null.</param>
/// <param name="Key">The function key, or null.</param>
internal sealed record ServiceConnection(string? BaseUrl, string? Storage, string? Key)
{
    private const int Retries = 3;

    public static ServiceConnection Find(string? url, string? storage, string? key, CliContext context)
    {
        url = First(url, context.Environment("CLOSINGGAP_BASE_URL"));
        storage = First(storage, context.Environment("CLOSINGGAP_STORAGE"));
        var local = url is null || storage is null ? EndpointsFile.Find(context.WorkingDirectory) : null;
        return new ServiceConnection(
            url ?? First(local?.BaseUrl, null), storage ?? First(local?.Storage, null), First(key, context.Environment("CLOSINGGAP_FUNCTION_KEY")));
    }

    /// <summary>The address of the service, with a closing slash.</summary>
    /// <exception cref="CliException">None is known, or it is no address.</exception>
    public Uri RequireUrl() =>
        BaseUrl is null
            ? throw new CliException(ExitCodes.WrongUse, "No service is known: give --url, set CLOSINGGAP_BASE_URL, or start the local service.")
            : Uri.TryCreate(BaseUrl.TrimEnd('/') + "/", UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
                ? uri
                : throw new CliException(ExitCodes.WrongUse, "The service's address is not of the form http://host or https://host: correct --url or CLOSINGGAP_BASE_URL.");

    /// <summary>A client of the storage account.</summary>
    /// <exception cref="CliException">None is known, or it is neither a connection string nor a URI.</exception>
    public BlobServiceClient RequireStorage()
    {
        if (Storage is null)
        {
            throw new CliException(ExitCodes.WrongUse, "No storage is known: give --storage, set CLOSINGGAP_STORAGE, or start the local service.");
        }

        var options = new BlobClientOptions
        {
            Retry = { Mode = RetryMode.Exponential, MaxRetries = Retries, Delay = TimeSpan.FromMilliseconds(500), MaxDelay = TimeSpan.FromSeconds(5) },
        };
        if (Uri.TryCreate(Storage, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https")
        {
            return uri.Query.Length > 0 ? new BlobServiceClient(uri, options) : new BlobServiceClient(uri, new DefaultAzureCredential(), options);
        }

        try
        {
            return new BlobServiceClient(Storage, options);
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException or InvalidOperationException)
        {
            throw new CliException(
                ExitCodes.WrongUse, "The storage is neither a connection string nor a URI: correct --storage or CLOSINGGAP_STORAGE.", exception);
        }
    }

    private static string? First(string? given, string? otherwise) =>
        !string.IsNullOrWhiteSpace(given) ? given : string.IsNullOrWhiteSpace(otherwise) ? null : otherwise;
}
