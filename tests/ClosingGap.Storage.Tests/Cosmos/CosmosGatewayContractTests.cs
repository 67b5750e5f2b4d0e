using ClosingGap.Storage.Cosmos;
using ClosingGap.Storage.Tests.Contract;
using Microsoft.Extensions.Time.Testing;

namespace ClosingGap.Storage.Tests.Cosmos;

/// <summary>The suite on the real client library against the gateway of this process.</summary>
public sealed class CosmosGatewayContractTests : DocumentStoreContract
{
    internal static CosmosStoreOptions Options => new()
    {
        Endpoint = new Uri("https://cosmos.test:443/"),
        Key = Convert.ToBase64String(new byte[64]),
        UseGateway = true,
    };

    protected override Task<StoreUnderTest> OpenAsync()
    {
        var clock = new FakeTimeProvider();
        var gateway = new CosmosGateway(clock);
        var store = new CosmosDocumentStore(Options, () => new HttpClient(gateway, disposeHandler: false));
        return Task.FromResult(new StoreUnderTest(
            store,
            span =>
            {
                clock.Advance(span);
                return Task.CompletedTask;
            },
            async () =>
            {
                await store.DisposeAsync();
                gateway.Dispose();
            }));
    }
}
