using System.Text;
using Azure.Storage.Blobs;
using ClosingGap.Pipeline.Ports;
using ClosingGap.Storage.Blobs;
using ClosingGap.TestSupport;

namespace ClosingGap.Storage.Tests.Blobs;

public sealed class AzureBlobStoreTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    private const int Block = 64 * 1024;

    private readonly string _container = $"c{Guid.NewGuid():N}";
    private readonly AzureBlobStore _store = new(
        new StorageConnection(azurite.ConnectionString, null, null),
        new AzureBlobOptions { BlockBytes = Block, UploadConcurrency = 3, ReadBufferBytes = 16 * 1024 });

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Readers_ContainerIsNotThere_FindNothing()
    {
        Assert.Null(await _store.FindAsync(_container, "a", Token));
        Assert.Empty(await ListAsync(""));
        await Assert.ThrowsAsync<FileNotFoundException>(() => _store.OpenReadAsync(_container, "a", null, Token));
        await _store.DeleteAsync(_container, "a", Token);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(Block - 1)]
    [InlineData(Block)]
    [InlineData((3 * Block) + 17)]
    [InlineData(20 * Block)]
    public async Task Write_OfAnySize_ComesBackAsItWas(int size)
    {
        var content = RandomBytes(size);
        using var source = new OneWayStream(content);

        await _store.WriteAsync(_container, "folder/file.bin", source, "text/csv", Token);

        var found = await _store.FindAsync(_container, "folder/file.bin", Token);
        Assert.Equal(size, found!.Length);
        await using var read = await _store.OpenReadAsync(_container, "folder/file.bin", found.ETag, Token);
        Assert.Equal(content, await ReadAllAsync(read));
        var properties = await Client("folder/file.bin").GetPropertiesAsync(cancellationToken: Token);
        Assert.Equal("text/csv", properties.Value.ContentType);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(3 * Block)]
    public async Task Create_AlreadyThere_IsFalseAndLeavesTheFirst(int size)
    {
        var first = RandomBytes(size);
        Assert.True(await _store.CreateAsync(_container, "a", new MemoryStream(first), Token));
        var etag = (await _store.FindAsync(_container, "a", Token))!.ETag;

        Assert.False(await _store.CreateAsync(_container, "a", new OneWayStream(RandomBytes(size)), Token));

        await using var read = await _store.OpenReadAsync(_container, "a", etag, Token);
        Assert.Equal(first, await ReadAllAsync(read));
    }

    [Theory]
    [InlineData(100)]
    [InlineData(5 * Block)]
    public async Task Create_ManyAtOnce_OneWinsWhole(int size)
    {
        var contents = Enumerable.Range(0, 8).Select(_ => RandomBytes(size)).ToArray();
        await _store.WriteAsync(_container, "other", Stream.Null, "text/plain", Token);

        var results = await Task.WhenAll(contents.Select(content => Task.Run(
            () => _store.CreateAsync(_container, "a", new MemoryStream(content), Token))));

        var winner = Assert.Single(Enumerable.Range(0, 8), index => results[index]);
        await using var read = await _store.OpenReadAsync(_container, "a", null, Token);
        Assert.Equal(contents[winner], await ReadAllAsync(read));
    }

    [Fact]
    public async Task Read_SeekingAbout_GivesTheBytesOfEachPlace()
    {
        var content = RandomBytes(200_000);
        await _store.WriteAsync(_container, "a", new MemoryStream(content), "text/plain", Token);
        await using var read = await _store.OpenReadAsync(_container, "a", null, Token);
        var seed = Random.Shared.Next();
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}");
        var random = new Random(seed);
        var buffer = new byte[40_000];

        for (var round = 0; round < 60; round++)
        {
            var from = random.Next(content.Length);
            var count = Math.Min(random.Next(1, buffer.Length), content.Length - from);
            Assert.Equal(from, read.Seek(from - content.Length, SeekOrigin.End));
            if (round % 2 == 0)
            {
                await read.ReadExactlyAsync(buffer.AsMemory(0, count), Token);
            }
            else
            {
                read.ReadExactly(buffer, 0, count);
            }

            Assert.True(content.AsSpan(from, count).SequenceEqual(buffer.AsSpan(0, count)), $"round {round}");
        }

        read.Position = content.Length + 5;
        Assert.Equal(0, await read.ReadAsync(buffer, Token));
    }

    [Fact]
    public async Task Read_BlobChangesMeanwhile_FailsInsteadOfMixing()
    {
        await _store.WriteAsync(_container, "a", new MemoryStream(RandomBytes(100_000)), "text/plain", Token);
        var old = (await _store.FindAsync(_container, "a", Token))!.ETag;
        await using var read = await _store.OpenReadAsync(_container, "a", null, Token);
        await read.ReadExactlyAsync(new byte[1000], Token);

        await _store.WriteAsync(_container, "a", new MemoryStream(RandomBytes(100_000)), "text/plain", Token);

        var fault = await Assert.ThrowsAsync<FileNotFoundException>(() => ReadAllAsync(read));
        Assert.StartsWith("blob_not_found:", fault.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<FileNotFoundException>(() => _store.OpenReadAsync(_container, "a", old, Token));
        await _store.DeleteAsync(_container, "a", Token);
        Assert.Null(await _store.FindAsync(_container, "a", Token));
        await _store.DeleteAsync(_container, "a", Token);
    }

    [Fact]
    public async Task List_Prefix_GivesWhatFindGivesInOrdinalOrder()
    {
        string[] paths = ["b/1", "a/2", "a/10", "a/1", "a-1", "A/1", "a/1/x", "a/é"];
        foreach (var path in paths)
        {
            await _store.WriteAsync(_container, path, new MemoryStream(Encoding.UTF8.GetBytes(path)), "text/plain", Token);
        }

        await Client("a/2").SetMetadataAsync(new Dictionary<string, string> { ["AsOf"] = "2026-01-05" }, cancellationToken: Token);

        Assert.Equal(paths.Order(StringComparer.Ordinal), (await ListAsync("")).Select(blob => blob.Path));
        var listed = await ListAsync("a/");
        Assert.Equal(["a/1", "a/1/x", "a/10", "a/2", "a/é"], listed.Select(blob => blob.Path));
        foreach (var blob in listed)
        {
            var found = await _store.FindAsync(_container, blob.Path, Token);
            Assert.Equal((found!.ETag, found.Length, found.LastModified), (blob.ETag, blob.Length, blob.LastModified));
            Assert.Equal(found.Metadata, blob.Metadata);
        }

        Assert.Equal("2026-01-05", listed.Single(blob => blob.Path == "a/2").Metadata["asof"]);
    }

    [Fact]
    public async Task Write_ContainerWasRemovedMeanwhile_MakesItAgain()
    {
        await _store.WriteAsync(_container, "a", new MemoryStream([1]), "text/plain", Token);
        await new BlobServiceClient(azurite.ConnectionString).DeleteBlobContainerAsync(_container, cancellationToken: Token);

        await _store.WriteAsync(_container, "b", new MemoryStream(RandomBytes(2 * Block)), "text/plain", Token);

        Assert.Equal("b", Assert.Single(await ListAsync("")).Path);
    }

    [Fact]
    public async Task Write_SourceFailsHalfway_LeavesNoBlobAndTellsTheFault()
    {
        var source = new OneWayStream(RandomBytes(4 * Block), failAt: 3 * Block);

        await Assert.ThrowsAsync<InvalidDataException>(() => _store.WriteAsync(_container, "a", source, "text/plain", Token));

        Assert.Null(await _store.FindAsync(_container, "a", Token));
    }

    [Fact]
    public async Task AnyCall_StoreIsNotThere_IsUnavailable()
    {
        // Nothing listens on the discard port.
        var address = new Uri("http://127.0.0.1:9/devstoreaccount1");
        var connection = new StorageConnection(
            azurite.ConnectionString.Replace(azurite.BlobEndpoint.ToString(), address.ToString(), StringComparison.Ordinal), null, null);
        var store = new AzureBlobStore(connection, new AzureBlobOptions { MaxRetries = 1, RetryDelay = TimeSpan.FromMilliseconds(1) });

        await Assert.ThrowsAsync<StoreUnavailableException>(() => store.FindAsync(_container, "a", Token));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => store.OpenReadAsync(_container, "a", null, Token));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => store.CreateAsync(_container, "a", new MemoryStream([1]), Token));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => store.DeleteAsync(_container, "a", Token));
        var fault = await Assert.ThrowsAsync<StoreUnavailableException>(async () =>
        {
            await foreach (var blob in store.ListAsync(_container, "", Token))
            {
                Assert.Fail("nothing can be listed");
            }
        });
        Assert.StartsWith("blob_unavailable:", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnyCall_Cancelled_IsCancelledAndNotUnavailable()
    {
        using var source = new CancellationTokenSource();
        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _store.FindAsync(_container, "a", source.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => _store.CreateAsync(_container, "a", new MemoryStream(RandomBytes(3 * Block)), source.Token));
    }

    private static byte[] RandomBytes(int size)
    {
        var bytes = new byte[size];
        Random.Shared.NextBytes(bytes);
        return bytes;
    }

    private static async Task<byte[]> ReadAllAsync(Stream stream)
    {
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy, Token);
        return copy.ToArray();
    }

    private BlobClient Client(string path) =>
        new BlobServiceClient(azurite.ConnectionString).GetBlobContainerClient(_container).GetBlobClient(path);

    private async Task<List<StoredBlob>> ListAsync(string prefix)
    {
        var blobs = new List<StoredBlob>();
        await foreach (var blob in _store.ListAsync(_container, prefix, Token))
        {
            blobs.Add(blob);
        }

        return blobs;
    }
}
