using System.Text;
using ClosingGap.Ingest.Snapshot;
using ClosingGap.Pipeline.Documents;
using ClosingGap.Pipeline.Lanes;
using ClosingGap.Pipeline.Ports;
using ClosingGap.Pipeline.Publishing;
using ClosingGap.Pipeline.Students;
using ClosingGap.Pipeline.Tests.Running;
using ClosingGap.TestSupport;

namespace ClosingGap.Pipeline.Tests.Students;

public sealed class StudentDocumentsTests(AzuriteFixture azurite)
{
    private const string Key = "abcdefghijklmnopqrstuvwxyz";

    [Fact]
    public async Task Write_OfTheSameBodyAgain_WritesNothing()
    {
        await using var host = new PipelineHost(azurite.ConnectionString);
        var documents = host.Get<StudentDocuments>();
        await documents.WriteAsync([Write("one")], 1, null, 1, host.Token);
        var before = await StoredAsync(host);

        await documents.WriteAsync([Write("one")], 2, Published(1), 2, host.Token);

        Assert.Equal(before.ETag, (await StoredAsync(host)).ETag);
    }

    [Fact]
    public async Task Write_OfAnOlderEpoch_IsRefusedAndChangesNothing()
    {
        await using var host = new PipelineHost(azurite.ConnectionString);
        var documents = host.Get<StudentDocuments>();
        await documents.WriteAsync([Write("new")], 3, null, 5, host.Token);
        var before = await StoredAsync(host);

        await Assert.ThrowsAsync<LaneLostException>(() => documents.WriteAsync([Write("old")], 2, null, 4, host.Token));

        Assert.Equal(before.ETag, (await StoredAsync(host)).ETag);
    }

    [Fact]
    public async Task Write_OfADeadVersion_IsNeverSeenAndNextTimeRemoved()
    {
        await using var host = new PipelineHost(azurite.ConnectionString);
        var documents = host.Get<StudentDocuments>();
        await documents.WriteAsync([Write("one")], 1, null, 1, host.Token);
        await documents.WriteAsync([Write("dead")], 2, Published(1), 2, host.Token);
        var later = Published(3) with { Abandoned = [new VersionRange(2, 2)] };

        Assert.Equal("one", await SeenAsync(host, Published(1)));
        Assert.Equal("one", await SeenAsync(host, later));

        await documents.WriteAsync([Write("one")], 4, later, 4, host.Token);
        Assert.DoesNotContain("dead", Encoding.UTF8.GetString((await StoredAsync(host)).Body.Span), StringComparison.Ordinal);
        Assert.Equal("one", await SeenAsync(host, later));
    }

    [Fact]
    public async Task Write_OfAStudentWhoIsGone_ShowsNothingOnceItIsPublished()
    {
        await using var host = new PipelineHost(azurite.ConnectionString);
        var documents = host.Get<StudentDocuments>();
        await documents.WriteAsync([Write("one")], 1, null, 1, host.Token);
        await documents.WriteAsync([new StudentWrite(Key, null, null)], 2, Published(1), 2, host.Token);

        Assert.Equal("one", await SeenAsync(host, Published(1)));
        Assert.Null(await SeenAsync(host, Published(2)));

        await documents.WriteAsync([Write("back")], 3, Published(2), 3, host.Token);
        Assert.Null(await SeenAsync(host, Published(2)));
        Assert.Equal("back", await SeenAsync(host, Published(3)));
    }

    private static StudentWrite Write(string text)
    {
        var body = Encoding.UTF8.GetBytes($"{{\"text\":\"{text}\"}}");
        return new StudentWrite(Key, ContentHash.Of(body), body);
    }

    private static async Task<StoredDocument> StoredAsync(PipelineHost host)
    {
        var key = DocumentKeys.Student(Key);
        return (await host.Get<IDocumentStore>().GetAsync(key.Partition, key.Id, host.Token))!;
    }

    private static async Task<string?> SeenAsync(PipelineHost host, PublishedVersion published) =>
        (await host.Get<StudentDocuments>().FindAsync(Key, published, host.Token))?.Body?.GetProperty("text").GetString();

    private static PublishedVersion Published(long version) => new(version, [], "drop", new DateOnly(2026, 1, 1), 2026, DateTimeOffset.UnixEpoch, version);
}
