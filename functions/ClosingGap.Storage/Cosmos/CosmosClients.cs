using ClosingGap.Storage.Blobs;
using Microsoft.Azure.Cosmos;

namespace ClosingGap.Storage.Cosmos;

/// <summary>Two clients of one account: bulk mode waits to fill its requests, which a single call must not.</summary>
internal static class CosmosClients
{
    public static CosmosClient Create(CosmosStoreOptions options, bool isBulk, Func<HttpClient>? httpClients)
    {
        var clientOptions = new CosmosClientOptions
        {
            ApplicationName = "ClosingGap",
            AllowBulkExecution = isBulk,
            ConnectionMode = options.UseGateway ? ConnectionMode.Gateway : ConnectionMode.Direct,
            EnableContentResponseOnWrite = false,
            MaxRetryAttemptsOnRateLimitedRequests = isBulk ? options.BulkMaxRetries : options.MaxRetries,
            MaxRetryWaitTimeOnRateLimitedRequests = isBulk ? options.MaxRetryWait * 4 : options.MaxRetryWait,
            RequestTimeout = options.RequestTimeout,

            // Item ids are student keys; the client's own telemetry gets none.
            CosmosClientTelemetryOptions = new() { DisableSendingMetricsToService = true, DisableDistributedTracing = true },
        };
        if (httpClients is not null)
        {
            clientOptions.HttpClientFactory = httpClients;
            clientOptions.LimitToEndpoint = true;
        }

        var endpoint = options.Endpoint!.ToString();
        return options.Key is { Length: > 0 } key
            ? new CosmosClient(endpoint, key, clientOptions)
            : new CosmosClient(endpoint, StorageConnection.Credential(options.ClientId), clientOptions);
    }
}
