using ClosingGap.Pipeline.Ports;

namespace ClosingGap.Storage.Tests.Contract;

public abstract partial class DocumentStoreContract
{
    [Fact]
    public async Task Get_NothingStored_IsNull()
    {
        await using var opened = await OpenAsync();

        Assert.Null(await opened.Store.GetAsync(_partition, "none", Token));
    }

    [Fact]
    public async Task Create_ThenGet_ReturnsBodyAndTheETagOfTheWrite()
    {
        await using var opened = await OpenAsync();

        var written = await opened.Store.CreateAsync(Write("a", 7), Token);
        var read = await opened.Store.GetAsync(_partition, "a", Token);

        Assert.Equal(WriteStatus.Written, written.Status);
        Assert.Equal(7, Value(read));
        Assert.Equal(written.ETag, read!.ETag);
        Assert.Equal((_partition, "a"), (read.Partition, read.Id));
    }

    [Fact]
    public async Task Create_AlreadyThere_LeavesTheFirst()
    {
        await using var opened = await OpenAsync();
        await CreatedAsync(opened.Store, "a", 1);

        var second = await opened.Store.CreateAsync(Write("a", 2), Token);

        Assert.Equal(new WriteResult(WriteStatus.AlreadyExists), second);
        Assert.Equal(1, Value(await opened.Store.GetAsync(_partition, "a", Token)));
    }

    [Fact]
    public async Task SameId_InAnotherPartition_IsAnotherDocument()
    {
        await using var opened = await OpenAsync();
        await CreatedAsync(opened.Store, "a", 1);

        var other = await opened.Store.CreateAsync(new DocumentWrite(_partition + "-2", "a", Body(2)), Token);

        Assert.True(other.IsWritten);
        Assert.Equal(1, Value(await opened.Store.GetAsync(_partition, "a", Token)));
        Assert.Equal(2, Value(await opened.Store.GetAsync(_partition + "-2", "a", Token)));
    }

    [Fact]
    public async Task Replace_WithStoredETag_WritesAndChangesTheETag()
    {
        await using var opened = await OpenAsync();
        var first = await CreatedAsync(opened.Store, "a", 1);

        var result = await opened.Store.ReplaceAsync(Write("a", 2), first, Token);

        Assert.Equal(WriteStatus.Written, result.Status);
        Assert.NotEqual(first, result.ETag);
        Assert.Equal(2, Value(await opened.Store.GetAsync(_partition, "a", Token)));
    }

    [Fact]
    public async Task Replace_WithOldETag_IsRefused()
    {
        await using var opened = await OpenAsync();
        var first = await CreatedAsync(opened.Store, "a", 1);
        await opened.Store.ReplaceAsync(Write("a", 2), first, Token);

        var late = await opened.Store.ReplaceAsync(Write("a", 3), first, Token);

        Assert.Equal(new WriteResult(WriteStatus.PreconditionFailed), late);
        Assert.Equal(2, Value(await opened.Store.GetAsync(_partition, "a", Token)));
    }

    [Fact]
    public async Task Replace_NothingStored_IsNotFound()
    {
        await using var opened = await OpenAsync();
        var etag = await CreatedAsync(opened.Store, "a", 1);
        await opened.Store.DeleteAsync(_partition, "a", null, Token);

        var result = await opened.Store.ReplaceAsync(Write("a", 2), etag, Token);

        Assert.Equal(new WriteResult(WriteStatus.NotFound), result);
        Assert.Null(await opened.Store.GetAsync(_partition, "a", Token));
    }

    [Fact]
    public async Task ETag_DeletedAndMadeAgainWithTheSameBody_IsAnother()
    {
        await using var opened = await OpenAsync();
        var first = await CreatedAsync(opened.Store, "a", 1);
        await opened.Store.DeleteAsync(_partition, "a", first, Token);

        var second = await CreatedAsync(opened.Store, "a", 1);

        Assert.NotEqual(first, second);
        Assert.Equal(WriteStatus.PreconditionFailed, (await opened.Store.ReplaceAsync(Write("a", 2), first, Token)).Status);
    }

    [Fact]
    public async Task Replace_ManyWritersWithOneETag_ExactlyOneWins()
    {
        await using var opened = await OpenAsync();
        var etag = await CreatedAsync(opened.Store, "a");

        var results = await Task.WhenAll(
            Enumerable.Range(1, 32).Select(value => Task.Run(() => opened.Store.ReplaceAsync(Write("a", value), etag, Token))));

        var winner = Assert.Single(Enumerable.Range(0, 32), index => results[index].IsWritten);
        Assert.All(results, (result, index) => Assert.True(index == winner || result.Status == WriteStatus.PreconditionFailed));
        var read = await opened.Store.GetAsync(_partition, "a", Token);
        Assert.Equal(winner + 1, Value(read));
        Assert.Equal(results[winner].ETag, read!.ETag);
    }

    [Fact]
    public async Task Create_ManyWritersOfOneId_ExactlyOneWins()
    {
        await using var opened = await OpenAsync();

        var results = await Task.WhenAll(
            Enumerable.Range(1, 32).Select(value => Task.Run(() => opened.Store.CreateAsync(Write("a", value), Token))));

        var winner = Assert.Single(Enumerable.Range(0, 32), index => results[index].IsWritten);
        Assert.Equal(31, results.Count(result => result.Status == WriteStatus.AlreadyExists));
        Assert.Equal(winner + 1, Value(await opened.Store.GetAsync(_partition, "a", Token)));
    }

    [Fact]
    public async Task Upsert_AbsentThenThere_WritesBothTimes()
    {
        await using var opened = await OpenAsync();

        var first = await opened.Store.UpsertAsync(Write("a", 1), Token);
        var second = await opened.Store.UpsertAsync(Write("a", 2), Token);

        Assert.True(first.IsWritten && second.IsWritten);
        Assert.NotEqual(first.ETag, second.ETag);
        var read = await opened.Store.GetAsync(_partition, "a", Token);
        Assert.Equal((2, second.ETag), (Value(read), read!.ETag));
    }

    [Fact]
    public async Task Delete_WithAndWithoutETag_KeepsToIt()
    {
        await using var opened = await OpenAsync();
        var old = await CreatedAsync(opened.Store, "a", 1);
        var current = (await opened.Store.UpsertAsync(Write("a", 2), Token)).ETag;

        Assert.Equal(WriteStatus.PreconditionFailed, (await opened.Store.DeleteAsync(_partition, "a", old, Token)).Status);
        Assert.Equal(2, Value(await opened.Store.GetAsync(_partition, "a", Token)));
        Assert.Equal(WriteStatus.Written, (await opened.Store.DeleteAsync(_partition, "a", current, Token)).Status);
        Assert.Null(await opened.Store.GetAsync(_partition, "a", Token));
        Assert.Equal(WriteStatus.NotFound, (await opened.Store.DeleteAsync(_partition, "a", current, Token)).Status);
        Assert.Equal(WriteStatus.NotFound, (await opened.Store.DeleteAsync(_partition, "a", null, Token)).Status);
    }

    [Theory]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("a?b")]
    [InlineData("a#b")]
    [InlineData("")]
    public async Task AnyCall_WithAnIdThatNoStoreTakes_IsRefused(string id)
    {
        await using var opened = await OpenAsync();

        await Assert.ThrowsAsync<ArgumentException>(() => opened.Store.UpsertAsync(Write(id), Token));
        await Assert.ThrowsAsync<ArgumentException>(() => opened.Store.GetAsync(_partition, id, Token));
        await Assert.ThrowsAsync<ArgumentException>(() => opened.Store.DeleteAsync(_partition, id, null, Token));
    }

    [Fact]
    public async Task AnyCall_WithTextThatIsNoUnicode_IsRefused()
    {
        await using var opened = await OpenAsync();
        var half = "a" + (char)0xD800;

        await Assert.ThrowsAsync<ArgumentException>(() => opened.Store.UpsertAsync(Write(half), Token));
        await Assert.ThrowsAsync<ArgumentException>(() => opened.Store.GetAsync(half, "a", Token));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[1]")]
    [InlineData("{\"a\":1")]
    [InlineData("{\"a\":1},\"id\":\"other\"")]
    [InlineData("{} {}")]
    public async Task Upsert_BodyIsNoJsonObject_IsRefused(string body)
    {
        await using var opened = await OpenAsync();
        var document = new DocumentWrite(_partition, "a", System.Text.Encoding.UTF8.GetBytes(body));

        var fault = await Assert.ThrowsAsync<ArgumentException>(() => opened.Store.UpsertAsync(document, Token));

        Assert.StartsWith("document_body:", fault.Message, StringComparison.Ordinal);
        Assert.Null(await opened.Store.GetAsync(_partition, "a", Token));
    }

    [Fact]
    public async Task Upsert_LongestIdAndOneLonger_TakenAndRefused()
    {
        await using var opened = await OpenAsync();
        var id = new string('i', 255);

        Assert.True((await opened.Store.UpsertAsync(Write(id, 5), Token)).IsWritten);
        Assert.Equal(5, Value(await opened.Store.GetAsync(_partition, id, Token)));
        await Assert.ThrowsAsync<ArgumentException>(() => opened.Store.UpsertAsync(Write(id + "i"), Token));
    }
}
