using ClosingGap.Pipeline.Ports;

namespace ClosingGap.Bench.Rollups;

/// <summary>Containers as folders, so that what is measured is the rollup and no emulator.</summary>
internal sealed class WritableFolderBlobs(string folder) : IBlobStore
{
    private static readonly Dictionary<string, string> s_none = [];

    public Task<StoredBlob?> FindAsync(string container, string path, CancellationToken cancellationToken)
    {
        var file = new FileInfo(At(container, path));
        return Task.FromResult(file.Exists ? new StoredBlob(path, file.Length, "1", file.LastWriteTimeUtc, s_none) : null);
    }

    public async IAsyncEnumerable<StoredBlob> ListAsync(
        string container, string prefix, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var root = Path.Combine(folder, container);
        if (!Directory.Exists(root))
        {
            yield break;
        }

        foreach (var path in Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(root, file)).Order(StringComparer.Ordinal))
        {
            if (path.StartsWith(prefix, StringComparison.Ordinal))
            {
                yield return (await FindAsync(container, path, cancellationToken))!;
            }
        }
    }

    public Task<Stream> OpenReadAsync(string container, string path, string? etag, CancellationToken cancellationToken) => File.Exists(At(container, path))
        ? Task.FromResult<Stream>(File.OpenRead(At(container, path)))
        : throw new FileNotFoundException("There is no such blob.");

    public async Task<bool> CreateAsync(string container, string path, Stream content, CancellationToken cancellationToken)
    {
        if (File.Exists(At(container, path)))
        {
            return false;
        }

        await WriteAsync(container, path, content, "", cancellationToken);
        return true;
    }

    public async Task WriteAsync(string container, string path, Stream content, string contentType, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(container, path))!);
        await using var file = File.Create(At(container, path));
        await content.CopyToAsync(file, cancellationToken);
    }

    public Task DeleteAsync(string container, string path, CancellationToken cancellationToken)
    {
        File.Delete(At(container, path));
        return Task.CompletedTask;
    }

    private string At(string container, string path) => Path.Combine(folder, container, path);
}
