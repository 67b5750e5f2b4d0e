using System.Text;
using ClosingGap.Pipeline.Ports;

namespace ClosingGap.Storage.Tests.Contract;

public abstract partial class DocumentStoreContract
{
    [Fact]
    public async Task GetMany_SomeMissingSomeTwice_AnswersInOrderOfTheKeys()
    {
        await using var opened = await OpenAsync();
        await CreatedAsync(opened.Store, "a", 1);
        await CreatedAsync(opened.Store, "b", 2);

        var read = await opened.Store.GetManyAsync(
            [new(_partition, "b"), new(_partition, "none"), new(_partition, "a"), new(_partition, "b"), new("elsewhere", "a")], Token);

        Assert.Equal(5, read.Count);
        Assert.Equal([2, 1, 2], new[] { read[0], read[2], read[3] }.Select(Value));
        Assert.Null(read[1]);
        Assert.Null(read[4]);
    }

    [Fact]
    public async Task List_PageByPage_GivesAllInOrdinalOrderOnce()
    {
        await using var opened = await OpenAsync();
        string[] ids = ["a", "B", "a-", "a-1", "a-10", "a-2", "a0", "aa", "b", "é", "Z", "z", "學", "a_", "A"];
        await opened.Store.BulkUpsertAsync([.. ids.Select(id => Write(id))], Token);
        await opened.Store.UpsertAsync(new DocumentWrite(_partition + "-2", "a-3", Body(0)), Token);

        foreach (var pageSize in new[] { 1, 4, 15, 1000 })
        {
            Assert.Equal(ids.Order(StringComparer.Ordinal), await ListAllAsync(opened.Store, "", pageSize));
            Assert.Equal(["a-", "a-1", "a-10", "a-2"], await ListAllAsync(opened.Store, "a-", pageSize));
            Assert.Empty(await ListAllAsync(opened.Store, "a-3", pageSize));
        }
    }

    [Fact]
    public async Task List_CursorBeforeInsideAndBehindThePrefix_BeginsAfterIt()
    {
        await using var opened = await OpenAsync();
        await opened.Store.BulkUpsertAsync([.. new[] { "a-1", "b-1", "b-2", "b-3", "c-1" }.Select(id => Write(id))], Token);

        Assert.Equal(["b-1", "b-2", "b-3"], (await opened.Store.ListAsync(_partition, "b-", "a-1", 10, Token)).Documents.Select(one => one.Id));
        Assert.Equal(["b-2", "b-3"], (await opened.Store.ListAsync(_partition, "b-", "b-1", 10, Token)).Documents.Select(one => one.Id));
        Assert.Equal(["b-3"], (await opened.Store.ListAsync(_partition, "b-", "b-25", 10, Token)).Documents.Select(one => one.Id));
        Assert.Empty((await opened.Store.ListAsync(_partition, "b-", "c-0", 10, Token)).Documents);
    }

    [Fact]
    public async Task List_ExactlyOnePage_HasNoNext()
    {
        await using var opened = await OpenAsync();
        await opened.Store.BulkUpsertAsync([Write("a", 1), Write("b", 2)], Token);

        var whole = await opened.Store.ListAsync(_partition, "", null, 2, Token);
        var part = await opened.Store.ListAsync(_partition, "", null, 1, Token);

        Assert.Null(whole.NextAfter);
        Assert.Equal([1, 2], whole.Documents.Select(Value));
        Assert.Equal("a", part.NextAfter);
        Assert.Equal((await opened.Store.GetAsync(_partition, "b", Token))!.ETag, whole.Documents[1].ETag);
        Assert.Empty((await opened.Store.ListAsync(_partition + "-none", "", null, 2, Token)).Documents);
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => opened.Store.ListAsync(_partition, "", null, 0, Token));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => opened.Store.ListAsync(_partition, "", null, 1001, Token));
    }

    [Fact]
    public async Task Expiry_AfterItsTime_DocumentIsAsGoodAsNone()
    {
        await using var opened = await OpenAsync();
        var etag = (await opened.Store.CreateAsync(Write("a", 1, TimeSpan.FromSeconds(2)), Token)).ETag!;
        await CreatedAsync(opened.Store, "stays", 2);
        Assert.Equal(1, Value(await opened.Store.GetAsync(_partition, "a", Token)));

        await opened.LetTimePassAsync(TimeSpan.FromSeconds(3));

        Assert.Null(await opened.Store.GetAsync(_partition, "a", Token));
        Assert.Null((await opened.Store.GetManyAsync([new(_partition, "a")], Token))[0]);
        Assert.Equal(["stays"], await ListAllAsync(opened.Store, "", 10));
        Assert.Equal(WriteStatus.NotFound, (await opened.Store.ReplaceAsync(Write("a", 2), etag, Token)).Status);
        Assert.Equal(WriteStatus.NotFound, (await opened.Store.DeleteAsync(_partition, "a", null, Token)).Status);
        Assert.Equal(WriteStatus.Written, (await opened.Store.CreateAsync(Write("a", 3), Token)).Status);
        Assert.Equal(3, Value(await opened.Store.GetAsync(_partition, "a", Token)));
    }

    [Fact]
    public async Task Expiry_WrittenAgainWithoutOne_Stays()
    {
        await using var opened = await OpenAsync();
        await opened.Store.UpsertAsync(Write("a", 1, TimeSpan.FromSeconds(2)), Token);
        await opened.Store.UpsertAsync(Write("a", 2), Token);

        await opened.LetTimePassAsync(TimeSpan.FromSeconds(3));

        Assert.Equal(2, Value(await opened.Store.GetAsync(_partition, "a", Token)));
    }

    [Fact]
    public async Task Expiry_ZeroOrLess_IsRefused()
    {
        await using var opened = await OpenAsync();

        await Assert.ThrowsAsync<ArgumentException>(() => opened.Store.UpsertAsync(Write("a", 1, TimeSpan.Zero), Token));
        await Assert.ThrowsAsync<ArgumentException>(() => opened.Store.UpsertAsync(Write("a", 1, TimeSpan.FromSeconds(-1)), Token));
    }

    [Theory]
    [InlineData("Zoë Ångström", """{"n":"Zoë 學生 😀 \u0000 \" \\ \n","x":[1.50,1e3,-0,12345678901234567890,null,true,{}]}""")]
    [InlineData("學生-😀", """{"id":"not-the-key","pk":"nor-this","_etag":"nor-that","ttl":1,"body":{"body":{}}}""")]
    [InlineData("a b+&=;:@'\"", "{}")]
    public async Task Document_OfAnyTextAndShape_ComesBackAsItWas(string id, string body)
    {
        await using var opened = await OpenAsync();
        var bytes = Encoding.UTF8.GetBytes(body);

        var written = await opened.Store.UpsertAsync(new DocumentWrite(_partition + "-ü 學", id, bytes), Token);
        var read = await opened.Store.GetAsync(_partition + "-ü 學", id, Token);
        var listed = await opened.Store.ListAsync(_partition + "-ü 學", id, null, 10, Token);

        Assert.True(written.IsWritten);
        Assert.Equal((id, written.ETag), (read!.Id, read.ETag));
        AssertSameJson(bytes, read.Body);
        var one = Assert.Single(listed.Documents);
        Assert.Equal((id, written.ETag), (one.Id, one.ETag));
        AssertSameJson(bytes, one.Body);
    }

    [Fact]
    public async Task Document_OfFifteenKilobytes_ComesBackWhole()
    {
        await using var opened = await OpenAsync();
        var body = BodyOfSize(15 * 1024);
        await opened.Store.BulkUpsertAsync([.. Enumerable.Range(0, 40).Select(n => new DocumentWrite(_partition, $"d{n:d2}", body))], Token);

        var page = await opened.Store.ListAsync(_partition, "d", null, 100, Token);

        Assert.Equal(40, page.Documents.Count);
        Assert.All(page.Documents, document => AssertSameJson(body, document.Body));
    }

    private async Task<List<string>> ListAllAsync(IDocumentStore store, string prefix, int pageSize)
    {
        var ids = new List<string>();
        string? after = null;
        do
        {
            var page = await store.ListAsync(_partition, prefix, after, pageSize, Token);
            Assert.True(page.Documents.Count <= pageSize);
            ids.AddRange(page.Documents.Select(document => document.Id));
            after = page.NextAfter;
        }
        while (after is not null);

        return ids;
    }
}
