using ClosingGap.Storage.Sqlite;
using ClosingGap.Storage.Tests.Contract;
using Microsoft.Extensions.Time.Testing;

namespace ClosingGap.Storage.Tests.Sqlite;

public sealed class SqliteContractTests : DocumentStoreContract
{
    protected override Task<StoreUnderTest> OpenAsync()
    {
        var database = new TemporaryDatabase();
        var clock = new FakeTimeProvider();
        var store = new SqliteDocumentStore(database.Options, clock);
        return Task.FromResult(new StoreUnderTest(
            store,
            time =>
            {
                clock.Advance(time);
                return Task.CompletedTask;
            },
            async () =>
            {
                await store.DisposeAsync();
                database.Dispose();
            }));
    }
}
