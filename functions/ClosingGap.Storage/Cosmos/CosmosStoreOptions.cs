using ClosingGap.Storage.Documents;

namespace ClosingGap.Storage.Cosmos;

/// <summary>
/// Settings of the Cosmos DB document store (section <c>ClosingGap:Store:Cosmos</c>). The container is made by the deployment:
/// partition key <c>/pk</c>, default time to live −1 (so that items may carry their own), index of <c>/*</c> excluded.
/// The account's consistency is Strong or BoundedStaleness: several instances and two clients read each other's writes.
/// </summary>
public sealed record CosmosStoreOptions
{
    /// <summary>The account, e.g. <c>https://name.documents.azure.com:443/</c>. No default.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>The database. Default <c>closinggap</c>.</summary>
    public string Database { get; init; } = "closinggap";

    /// <summary>The container. Default <c>documents</c>.</summary>
    public string Container { get; init; } = "documents";

    /// <summary>An account key, for tests and emulators; left out: the app's identity.</summary>
    public string? Key { get; init; }

    /// <summary>The client id of a user-assigned identity; left out: <c>AZURE_CLIENT_ID</c>.</summary>
    public string? ClientId { get; init; }

    /// <summary>True: HTTPS only, for networks that close the direct ports. Default false.</summary>
    public bool UseGateway { get; init; }

    /// <summary>Writes of one bulk call under way at the same time. Writes; default 200; 1 to 5,000.</summary>
    public int BulkConcurrency { get; init; } = 200;

    /// <summary>Point reads of one get-many call under way at the same time. Reads; default 32; 1 to 1,000.</summary>
    public int ReadConcurrency { get; init; } = 32;

    /// <summary>Tries after a "too many requests" answer, for single calls. Tries; default 9; 0 to 100.</summary>
    public int MaxRetries { get; init; } = 9;

    /// <summary>Tries after a "too many requests" answer, for bulk calls. Tries; default 30; 0 to 1,000.</summary>
    public int BulkMaxRetries { get; init; } = 30;

    /// <summary>Longest sum of waits after "too many requests", for single calls; bulk calls wait four times as long. Time; default 30 s; 0 to 10 min.</summary>
    public TimeSpan MaxRetryWait { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Longest wait for one answer of the network. Time; default 10 s; 1 s to 5 min.</summary>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(10);

    internal void Check()
    {
        if (Endpoint is null || !Endpoint.IsAbsoluteUri)
        {
            throw new ArgumentException(
                "setting_missing: ClosingGap:Store:Cosmos:Endpoint is not an absolute URI; write https://<account>.documents.azure.com:443/.");
        }

        ArgumentException.ThrowIfNullOrWhiteSpace(Database);
        ArgumentException.ThrowIfNullOrWhiteSpace(Container);
        OptionRange.Check(nameof(BulkConcurrency), BulkConcurrency, 1, 5000);
        OptionRange.Check(nameof(ReadConcurrency), ReadConcurrency, 1, 1000);
        OptionRange.Check(nameof(MaxRetries), MaxRetries, 0, 100);
        OptionRange.Check(nameof(BulkMaxRetries), BulkMaxRetries, 0, 1000);
        OptionRange.Check(nameof(MaxRetryWait), MaxRetryWait, TimeSpan.Zero, TimeSpan.FromMinutes(10));
        OptionRange.Check(nameof(RequestTimeout), RequestTimeout, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(5));
    }
}
