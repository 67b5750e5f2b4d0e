using System.Globalization;
using System.Net;
using Azure.Identity;
using ClosingGap.Pipeline.Ports;
using Microsoft.Azure.Cosmos;

namespace ClosingGap.Storage.Cosmos;

/// <summary>Sorts Cosmos DB's answers. Messages carry the status and the activity id for support, never an item's address.</summary>
internal static class CosmosFaults
{
    public static async Task<T> GuardAsync<T>(Func<Task<T>> call, CancellationToken cancellationToken)
    {
        try
        {
            return await call().ConfigureAwait(false);
        }
        catch (CosmosException exception) when (!cancellationToken.IsCancellationRequested)
        {
            // The exception itself is left out: its diagnostics hold the addresses of items.
            throw Describe(exception.StatusCode, exception.SubStatusCode, exception.ActivityId);
        }
        catch (Exception exception) when (
            exception is HttpRequestException or AuthenticationFailedException or TimeoutException
            || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new StoreUnavailableException(
                $"store_unavailable: Cosmos DB could not be reached ({exception.GetType().Name}); check the network and the account, then try again.");
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
    }

    /// <summary>The exception for an answer that is no result.</summary>
    public static Exception Describe(HttpStatusCode status, int subStatus, string? activityId)
    {
        var where = string.Create(CultureInfo.InvariantCulture, $"({(int)status}.{subStatus}, activity {activityId ?? "none"})");
        return (int)status switch
        {
            429 => new StoreUnavailableException(
                $"store_throttled: Cosmos DB has no request units left for now {where}; try later, or raise the container's throughput."),
            404 when subStatus == 1002 => new StoreUnavailableException($"store_unavailable: a replica has not caught up {where}; try again."),
            404 => new InvalidOperationException(
                $"store_missing: the database or container is not there {where}; deploy it, or correct ClosingGap:Store:Cosmos."),
            401 or 403 => new UnauthorizedAccessException(
                $"store_refused: Cosmos DB refused this identity {where}; give it the Built-in Data Contributor role."),
            413 => new ArgumentException($"document_too_large: Cosmos DB takes no item or batch of this size {where}; split it."),
            408 or 410 or 449 or >= 500 => new StoreUnavailableException($"store_unavailable: Cosmos DB did not answer {where}; try again."),
            _ => new InvalidOperationException($"store_request: Cosmos DB did not understand the request {where}; report this with the activity id."),
        };
    }
}
