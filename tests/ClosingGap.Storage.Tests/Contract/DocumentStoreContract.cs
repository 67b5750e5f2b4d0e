using System.Text;
using System.Text.Json;
using ClosingGap.Pipeline.Ports;

namespace ClosingGap.Storage.Tests.Contract;

/// <summary>What every document store must do. Each test works in a partition of its own, so that a shared container serves too.</summary>
public abstract partial class DocumentStoreContract
{
    private readonly string _partition = $"p-{Guid.NewGuid():N}";

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    protected abstract Task<StoreUnderTest> OpenAsync();

    private static byte[] Body(int value) => JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, int> { ["value"] = value });

    private static byte[] BodyOfSize(int bytes)
    {
        var body = Encoding.UTF8.GetBytes("{\"t\":\"" + new string('x', bytes - 8) + "\"}");
        Assert.Equal(bytes, body.Length);
        return body;
    }

    private static int Value(StoredDocument? document)
    {
        Assert.NotNull(document);
        using var json = JsonDocument.Parse(document.Body);
        return json.RootElement.GetProperty("value").GetInt32();
    }

    // A store may write JSON anew, so bodies are compared by what they say.
    private static void AssertSameJson(ReadOnlyMemory<byte> expected, ReadOnlyMemory<byte> actual)
    {
        using var left = JsonDocument.Parse(expected);
        using var right = JsonDocument.Parse(actual);
        Assert.True(JsonElement.DeepEquals(left.RootElement, right.RootElement), "the bodies differ");
    }

    private DocumentWrite Write(string id, int value = 0, TimeSpan? expires = null, string? ifMatch = null, bool ifAbsent = false) =>
        new(_partition, id, Body(value), expires, ifMatch, ifAbsent);

    private async Task<string> CreatedAsync(IDocumentStore store, string id, int value = 0)
    {
        var result = await store.CreateAsync(Write(id, value), Token);
        Assert.Equal(WriteStatus.Written, result.Status);
        return result.ETag!;
    }
}
