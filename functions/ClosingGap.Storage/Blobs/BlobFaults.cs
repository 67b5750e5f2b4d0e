using System.Globalization;
using Azure;
using Azure.Identity;
using ClosingGap.Pipeline.Ports;

namespace ClosingGap.Storage.Blobs;

/// <summary>Sorts the errors of the blob service into what a caller can do about them. Messages name the container, never a path.</summary>
internal static class BlobFaults
{
    public static async Task<T> GuardAsync<T>(string container, Func<Task<T>> call, CancellationToken cancellationToken)
    {
        try
        {
            return await call().ConfigureAwait(false);
        }
        catch (Exception exception) when (Describe(exception, container, cancellationToken) is { } described)
        {
            throw described;
        }
    }

    /// <summary>What the caller is told; null: the exception as it is.</summary>
    public static Exception? Describe(Exception exception, string container, CancellationToken cancellationToken) => exception switch
    {
        // The client wraps the failures of all its tries.
        AggregateException { InnerExceptions: [.., { } last] } => Describe(last, container, cancellationToken),
        RequestFailedException { Status: 404 or 412 } => new FileNotFoundException(
            $"blob_not_found: container '{container}' has no such blob, or not in the version asked for; list it again."),
        RequestFailedException { Status: 0 or 408 or 429 or >= 500 } fault => Unavailable(fault, container, fault.Status, fault.ErrorCode),
        RequestFailedException { Status: 401 or 403 } fault => new UnauthorizedAccessException(
            string.Create(
                CultureInfo.InvariantCulture,
                $"blob_refused: container '{container}' refused this identity ({fault.Status} {fault.ErrorCode}); give it Storage Blob Data Contributor."),
            fault),
        RequestFailedException { Status: 400, ErrorCode: "InvalidBlockList" } fault => Unavailable(fault, container, 400, fault.ErrorCode),
        AuthenticationFailedException => Unavailable(exception, container, 0, "no token"),
        HttpRequestException or IOException and not FileNotFoundException => Unavailable(exception, container, 0, "network"),
        OperationCanceledException when !cancellationToken.IsCancellationRequested => Unavailable(exception, container, 0, "time-out"),
        _ => null,
    };

    private static StoreUnavailableException Unavailable(Exception exception, string container, int status, string? code) =>
        new(
            string.Create(
                CultureInfo.InvariantCulture,
                $"blob_unavailable: container '{container}' could not be reached ({status} {code}); check the network and the account, then try again."),
            exception);
}
