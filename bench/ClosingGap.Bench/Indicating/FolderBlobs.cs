using ClosingGap.Pipeline.Ports;

namespace ClosingGap.Bench.Indicating;

/// <summary>The containers of a snapshot as folders, to be read only: every way of computing reads the same local files.</summary>
internal sealed class FolderBlobs(string folder) : IBlobStore
{
    private static readonly Dictionary<string, string> s_none = [];

    public Task<StoredBlob?> FindAsync(string container, string path, CancellationToken cancellationToken)
    {
        var file = new FileInfo(Path.Combine(folder, container, path));
        return Task.FromResult(file.Exists ? new StoredBlob(path, file.Length, "1", file.LastWriteTimeUtc, s_none) : null);
    }

    public async IAsyncEnumerable<StoredBlob> ListAsync(
        string container, string prefix, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var root = Path.Combine(folder, container);
        foreach (var path in Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(root, file)).Order(StringComparer.Ordinal))
        {
            if (path.StartsWith(prefix, StringComparison.Ordinal))
            {
                yield return (await FindAsync(container, path, cancellationToken))!;
            }
        }
    }

    public Task<Stream> OpenReadAsync(string container, string path, string? etag, CancellationToken cancellationToken) =>
        Task.FromResult<Stream>(File.OpenRead(Path.Combine(folder, container, path)));

    public Task<bool> CreateAsync(string container, string path, Stream content, CancellationToken cancellationToken) => throw ReadOnly();

    public Task WriteAsync(string container, string path, Stream content, string contentType, CancellationToken cancellationToken) => throw ReadOnly();

    public Task DeleteAsync(string container, string path, CancellationToken cancellationToken) => throw ReadOnly();

    private static InvalidOperationException ReadOnly() => new("The folder is read only.");
}
