using ClosingGap.Storage.Cosmos;
using ClosingGap.Storage.Tests.Contract;

namespace ClosingGap.Storage.Tests.Cosmos;

/// <summary>
/// The suite on a real account: <c>COSMOS_TEST_ENDPOINT</c>, and optionally <c>COSMOS_TEST_KEY</c> (else the environment's identity),
/// <c>COSMOS_TEST_DATABASE</c> and <c>COSMOS_TEST_CONTAINER</c> (partition key <c>/pk</c>, default time to live −1).
/// </summary>
public sealed class CosmosAccountContractTests : DocumentStoreContract
{
    protected override Task<StoreUnderTest> OpenAsync()
    {
        var endpoint = Environment.GetEnvironmentVariable("COSMOS_TEST_ENDPOINT");
        Assert.SkipUnless(!string.IsNullOrWhiteSpace(endpoint), "COSMOS_TEST_ENDPOINT is not set: no Cosmos DB account to test against");
        var defaults = new CosmosStoreOptions();
        var store = new CosmosDocumentStore(defaults with
        {
            Endpoint = new Uri(endpoint!),
            Key = Environment.GetEnvironmentVariable("COSMOS_TEST_KEY"),
            Database = Environment.GetEnvironmentVariable("COSMOS_TEST_DATABASE") ?? defaults.Database,
            Container = Environment.GetEnvironmentVariable("COSMOS_TEST_CONTAINER") ?? defaults.Container,
        });

        // The service's own clock cannot be moved.
        return Task.FromResult(new StoreUnderTest(store, span => Task.Delay(span + TimeSpan.FromSeconds(1), Token), store.DisposeAsync));
    }
}
