using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using ClosingGap.Pipeline.Drops;
using ClosingGap.Pipeline.Ports;

namespace ClosingGap.Pipeline.Tests.Running;

/// <summary>The blobs of one host in an emulator that many share: containers of its own, and drops written at the host's own time.</summary>
internal sealed class HostBlobs(IBlobStore inner, string suffix, Deaths deaths) : IBlobStore
{
    private readonly ConcurrentDictionary<string, bool> _containers = new(StringComparer.Ordinal);

    /// <summary>When a drop was written, by path.</summary>
    public ConcurrentDictionary<string, DateTimeOffset> Written { get; } = new(StringComparer.Ordinal);

    /// <summary>The containers that were asked for, by the names that they have in the emulator.</summary>
    public IEnumerable<string> Containers => _containers.Keys;

    public string Name(string container)
    {
        var name = $"{container}-{suffix}";
        _containers.TryAdd(name, true);
        return name;
    }

    public async Task<StoredBlob?> FindAsync(string container, string path, CancellationToken cancellationToken) =>
        At(container, await inner.FindAsync(Name(container), path, cancellationToken));

    public async IAsyncEnumerable<StoredBlob> ListAsync(string container, string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var blob in inner.ListAsync(Name(container), prefix, cancellationToken))
        {
            yield return At(container, blob)!;
        }
    }

    public Task<Stream> OpenReadAsync(string container, string path, string? etag, CancellationToken cancellationToken) =>
        inner.OpenReadAsync(Name(container), path, etag, cancellationToken);

    public Task<bool> CreateAsync(string container, string path, Stream content, CancellationToken cancellationToken) =>
        deaths.AroundAsync($"create {container}", () => inner.CreateAsync(Name(container), path, content, cancellationToken));

    public Task WriteAsync(string container, string path, Stream content, string contentType, CancellationToken cancellationToken) =>
        deaths.AroundAsync($"write {container}", () => inner.WriteAsync(Name(container), path, content, contentType, cancellationToken));

    public Task DeleteAsync(string container, string path, CancellationToken cancellationToken) =>
        deaths.AroundAsync($"delete {container}", () => inner.DeleteAsync(Name(container), path, cancellationToken));

    private StoredBlob? At(string container, StoredBlob? blob) =>
        blob is not null && container == DropPath.Container && Written.TryGetValue(blob.Path, out var at) ? blob with { LastModified = at } : blob;
}
