using ClosingGap.Pipeline.Ports;
using ClosingGap.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;

namespace ClosingGap.Storage.Tests.Sqlite;

public sealed class SqliteDocumentStoreTests : IDisposable
{
    private readonly TemporaryDatabase _database = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _database.Dispose();

    [Fact]
    public async Task Open_NewFile_HasTheAgreedFormat()
    {
        await using var store = new SqliteDocumentStore(_database.Options, TimeProvider.System);

        Assert.Equal("wal", _database.Ask("PRAGMA journal_mode"));
        Assert.Equal(8192L, _database.Ask("PRAGMA page_size"));
        Assert.DoesNotContain(
            "WITHOUT ROWID", (string)_database.Ask("SELECT sql FROM sqlite_master WHERE name = 'documents'")!, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Open_Again_KeepsDocumentsAndGivesNoETagTwice()
    {
        string? first;
        await using (var store = new SqliteDocumentStore(_database.Options, TimeProvider.System))
        {
            first = (await store.UpsertAsync(Document("a"), Token)).ETag;
            await store.DeleteAsync("p", "a", null, Token);
        }

        await using var again = new SqliteDocumentStore(_database.Options, TimeProvider.System);
        Assert.Null(await again.GetAsync("p", "a", Token));
        var second = (await again.UpsertAsync(Document("a"), Token)).ETag;
        Assert.NotEqual(first, second);
        Assert.Equal(second, (await again.GetAsync("p", "a", Token))!.ETag);
    }

    [Fact]
    public async Task Purge_AfterItsInterval_RemovesExpiredRowsFromTheFile()
    {
        var clock = new FakeTimeProvider();
        var options = _database.Options with { PurgeBatch = 10, PurgeInterval = TimeSpan.FromMinutes(1) };
        await using var store = new SqliteDocumentStore(options, clock);
        await store.BulkUpsertAsync(
            [.. Enumerable.Range(0, 45).Select(n => Document($"e{n}") with { ExpiresAfter = TimeSpan.FromSeconds(30) }), Document("stays")], Token);

        clock.Advance(TimeSpan.FromSeconds(29));
        Assert.Equal(46L, Rows());
        clock.Advance(TimeSpan.FromSeconds(32));

        // More than one batch: the purge goes on by itself.
        await UntilAsync(() => Rows() == 1);
        Assert.NotNull(await store.GetAsync("p", "stays", Token));
    }

    [Fact]
    public async Task Write_LockHeldTooLong_IsUnavailableAndGoesThroughLater()
    {
        await using var store = new SqliteDocumentStore(_database.Options with { BusyTimeout = TimeSpan.FromMilliseconds(100) }, TimeProvider.System);
        await store.UpsertAsync(Document("a"), Token);
        using (var other = new SqliteConnection($"Data Source={_database.Path};Pooling=False"))
        {
            other.Open();
            using var begin = other.CreateCommand();
            begin.CommandText = "BEGIN IMMEDIATE";
            begin.ExecuteNonQuery();

            var fault = await Assert.ThrowsAsync<StoreUnavailableException>(() => store.UpsertAsync(Document("b"), Token));
            Assert.StartsWith("store_busy:", fault.Message, StringComparison.Ordinal);

            // Readers do not wait for a writer.
            Assert.NotNull(await store.GetAsync("p", "a", Token));
        }

        Assert.True((await store.UpsertAsync(Document("b"), Token)).IsWritten);
    }

    [Fact]
    public async Task Write_LockReleasedInTime_GoesThrough()
    {
        await using var store = new SqliteDocumentStore(_database.Options, TimeProvider.System);
        using var other = new SqliteConnection($"Data Source={_database.Path};Pooling=False");
        other.Open();
        SqliteFile.Execute(other, "BEGIN IMMEDIATE");

        var write = store.UpsertAsync(Document("a"), Token);
        Assert.False(write.IsCompleted);
        SqliteFile.Execute(other, "COMMIT");

        Assert.True((await write).IsWritten);
    }

    [Fact]
    public async Task Cancel_WhileWaitingBehindALock_EndsTheWaitAndWritesNothing()
    {
        await using var store = new SqliteDocumentStore(_database.Options, TimeProvider.System);
        using var other = new SqliteConnection($"Data Source={_database.Path};Pooling=False");
        other.Open();
        SqliteFile.Execute(other, "BEGIN IMMEDIATE");
        using var source = CancellationTokenSource.CreateLinkedTokenSource(Token);

        // The first is taken up by the writer and waits for the lock; the second stays in the queue.
        var first = store.UpsertAsync(Document("first"), Token);
        var queued = Enumerable.Range(0, 5).Select(n => store.UpsertAsync(Document($"queued{n}"), source.Token)).ToArray();
        await source.CancelAsync();
        SqliteFile.Execute(other, "COMMIT");

        Assert.True((await first).IsWritten);
        foreach (var (write, number) in queued.Select((write, number) => (write, number)))
        {
            var isWritten = true;
            try
            {
                await write;
            }
            catch (OperationCanceledException)
            {
                isWritten = false;
            }

            // Whichever way the race went, the answer is true.
            Assert.Equal(isWritten, await store.GetAsync("p", $"queued{number}", Token) is not null);
        }
    }

    [Fact]
    public async Task Dispose_WithWritesWaiting_WritesThemFirst()
    {
        var store = new SqliteDocumentStore(_database.Options, TimeProvider.System);
        var writes = Enumerable.Range(0, 200).Select(n => store.UpsertAsync(Document($"d{n}"), Token)).ToArray();
        await store.DisposeAsync();

        Assert.All(await Task.WhenAll(writes), result => Assert.True(result.IsWritten));
        Assert.Equal(200L, Rows());
        await Assert.ThrowsAsync<ObjectDisposedException>(() => store.UpsertAsync(Document("late"), Token));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => store.GetAsync("p", "d1", Token));
    }

    [Fact]
    public void Open_PathThatCannotBe_SaysWhichAndWhy()
    {
        Directory.CreateDirectory(_database.Path);

        var fault = Assert.Throws<StoreUnavailableException>(() => new SqliteDocumentStore(_database.Options, TimeProvider.System));

        Assert.StartsWith("store_unwritable:", fault.Message, StringComparison.Ordinal);
        Assert.Contains(_database.Path, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_OptionOutsideItsRange_NamesIt()
    {
        var fault = Assert.Throws<ArgumentOutOfRangeException>(
            () => new SqliteDocumentStore(_database.Options with { Readers = 0 }, TimeProvider.System));

        Assert.Contains("Readers is 0; it takes 1 to 64", fault.Message, StringComparison.Ordinal);
    }

    private static DocumentWrite Document(string id) => new("p", id, "{}"u8.ToArray());

    private long Rows() => (long)_database.Ask("SELECT count(*) FROM documents")!;

    private static async Task UntilAsync(Func<bool> condition)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(Token);
        deadline.CancelAfter(TimeSpan.FromSeconds(20));
        while (!condition())
        {
            await Task.Delay(10, deadline.Token);
        }
    }
}
