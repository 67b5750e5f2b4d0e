using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using ClosingGap.TestSupport;

namespace ClosingGap.LocalRuntime.Tests.Support;

public sealed class AzuriteFixtureTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    [Fact]
    public async Task Emulator_BlobAndQueueWritten_ReadBack()
    {
        var token = TestContext.Current.CancellationToken;
        var container = new BlobContainerClient(azurite.ConnectionString, "round-trip");
        await container.CreateAsync(cancellationToken: token);
        await container.UploadBlobAsync("a/b.txt", BinaryData.FromString("content"), token);
        var queue = new QueueClient(azurite.ConnectionString, "round-trip");
        await queue.CreateAsync(cancellationToken: token);
        await queue.SendMessageAsync("message", token);

        var content = await container.GetBlobClient("a/b.txt").DownloadContentAsync(token);
        var message = await queue.ReceiveMessageAsync(cancellationToken: token);

        Assert.Equal("content", content.Value.Content.ToString());
        Assert.Equal("message", message.Value.Body.ToString());
    }

    [Fact]
    public async Task TwoEmulators_StartedAtOnce_ListenOnDifferentPorts()
    {
        await using var other = await AzuriteFixture.StartAsync();

        Assert.NotEqual(azurite.BlobEndpoint.Port, other.BlobEndpoint.Port);
        Assert.Equal("127.0.0.1", other.BlobEndpoint.Host);
    }
}
