using ClosingGap.Pipeline.Ports;
using ClosingGap.Storage.Cosmos;

namespace ClosingGap.Storage.Tests.Cosmos;

public sealed class CosmosDocumentStoreTests : IAsyncDisposable
{
    private readonly CosmosGateway _gateway = new(TimeProvider.System);
    private readonly CosmosDocumentStore _store;

    public CosmosDocumentStoreTests() =>
        _store = new CosmosDocumentStore(
            CosmosGatewayContractTests.Options with { MaxRetries = 3, BulkMaxRetries = 3 },
            () => new HttpClient(_gateway, disposeHandler: false));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        _gateway.Dispose();
    }

    [Fact]
    public async Task Write_ThrottledForAWhile_GoesThrough()
    {
        _gateway.Fail(429, 3);

        Assert.True((await _store.UpsertAsync(Document("a"), Token)).IsWritten);
        Assert.NotNull(await _store.GetAsync("p", "a", Token));
    }

    [Fact]
    public async Task AnyCall_ThrottledToTheLastTry_IsUnavailable()
    {
        await _store.UpsertAsync(Document("a"), Token);

        foreach (var call in new Func<Task>[]
        {
            () => _store.GetAsync("p", "a", Token),
            () => _store.CreateAsync(Document("b"), Token),
            () => _store.BulkUpsertAsync([Document("c")], Token),
            () => _store.ExecuteBatchAsync("p", [new(BatchKind.Upsert, Document("d"))], Token),
            () => _store.ListAsync("p", "", null, 10, Token),
        })
        {
            _gateway.Fail(429, 100);
            var fault = await Assert.ThrowsAsync<StoreUnavailableException>(call);
            Assert.StartsWith("store_throttled:", fault.Message, StringComparison.Ordinal);
            _gateway.StopFailing();
        }

        Assert.Equal("a", Assert.Single((await _store.ListAsync("p", "", null, 10, Token)).Documents).Id);
    }

    [Theory]
    [InlineData(403, typeof(UnauthorizedAccessException), "store_refused:")]
    [InlineData(413, typeof(ArgumentException), "document_too_large:")]
    [InlineData(500, typeof(StoreUnavailableException), "store_unavailable:")]
    public async Task Write_RefusedByTheService_SaysWhyWithoutTheId(int status, Type type, string code)
    {
        _gateway.Fail(status, 100);

        var fault = await Assert.ThrowsAsync(type, () => _store.UpsertAsync(Document("secret-id"), Token));

        Assert.StartsWith(code, fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-id", fault.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bulk_ManyDocuments_SharesRequests()
    {
        var results = await _store.BulkUpsertAsync([.. Enumerable.Range(0, 300).Select(n => Document($"d{n}"))], Token);

        Assert.All(results, result => Assert.True(result.IsWritten));
        Assert.InRange(_gateway.Batches, 1, 100);
    }

    [Fact]
    public async Task List_ServiceGivesShortPages_FillsThePage()
    {
        await _store.BulkUpsertAsync([.. Enumerable.Range(0, 30).Select(n => Document($"d{n:d2}"))], Token);
        _gateway.PageLimit = 4;

        var page = await _store.ListAsync("p", "d", "d04", 20, Token);

        Assert.Equal(Enumerable.Range(5, 20).Select(n => $"d{n:d2}"), page.Documents.Select(document => document.Id));
        Assert.Equal("d24", page.NextAfter);
    }

    private static DocumentWrite Document(string id) => new("p", id, "{}"u8.ToArray());
}
