using ClosingGap.Pipeline.Ports;

namespace ClosingGap.Storage.Tests.Contract;

public abstract partial class DocumentStoreContract
{
    [Fact]
    public async Task AnyCall_CancelledBefore_ThrowsAndWritesNothing()
    {
        await using var opened = await OpenAsync();
        var store = opened.Store;
        using var source = new CancellationTokenSource();
        await source.CancelAsync();
        var cancelled = source.Token;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.CreateAsync(Write("a"), cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.UpsertAsync(Write("a"), cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.BulkUpsertAsync([Write("a")], cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => store.ExecuteBatchAsync(_partition, [new(BatchKind.Create, Write("a"))], cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.GetAsync(_partition, "a", cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.GetManyAsync([new(_partition, "a")], cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.ListAsync(_partition, "", null, 10, cancelled));
        Assert.Null(await store.GetAsync(_partition, "a", Token));
    }

    [Fact]
    public async Task Storm_CountersRaisedByReplaceIfMatch_LoseNoIncrement()
    {
        await using var opened = await OpenAsync();
        var store = opened.Store;
        var seed = Random.Shared.Next();
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}");
        const int Counters = 5;
        const int Workers = 16;
        const int Rounds = 25;
        for (var counter = 0; counter < Counters; counter++)
        {
            await CreatedAsync(store, $"c{counter}");
        }

        await Task.WhenAll(Enumerable.Range(0, Workers).Select(worker => Task.Run(async () =>
        {
            var random = new Random(seed + worker);
            for (var round = 0; round < Rounds; round++)
            {
                await IncrementAsync(store, $"c{random.Next(Counters)}");
                Assert.True((await store.UpsertAsync(Write($"w{worker}-{round}", round), Token)).IsWritten);
            }
        })));

        var counters = await store.ListAsync(_partition, "c", null, 100, Token);
        Assert.Equal(Workers * Rounds, counters.Documents.Sum(Value));
        Assert.Equal(Workers * Rounds, (await ListAllAsync(store, "w", 90)).Count);
    }

    private async Task IncrementAsync(IDocumentStore store, string id)
    {
        while (true)
        {
            var read = await store.GetAsync(_partition, id, Token);
            var result = await store.ReplaceAsync(Write(id, Value(read) + 1), read!.ETag, Token);
            if (result.IsWritten)
            {
                return;
            }

            Assert.Equal(WriteStatus.PreconditionFailed, result.Status);
        }
    }
}
