using ClosingGap.Pipeline.Ports;

namespace ClosingGap.Functions.Tests.Privacy;

/// <summary>Blobs that fail, for some paths, with an exception that tells what it should not.</summary>
internal sealed class FaultyBlobs(IBlobStore inner, string prefix, Func<Exception> fault) : IBlobStore
{
    public Task<StoredBlob?> FindAsync(string container, string path, CancellationToken cancellationToken) => inner.FindAsync(container, path, cancellationToken);

    public IAsyncEnumerable<StoredBlob> ListAsync(string container, string prefix, CancellationToken cancellationToken) =>
        inner.ListAsync(container, prefix, cancellationToken);

    public Task<Stream> OpenReadAsync(string container, string path, string? etag, CancellationToken cancellationToken) =>
        inner.OpenReadAsync(container, path, etag, cancellationToken);

    public Task<bool> CreateAsync(string container, string path, Stream content, CancellationToken cancellationToken) =>
        IsFaulty(container, path) ? throw fault() : inner.CreateAsync(container, path, content, cancellationToken);

    public Task WriteAsync(string container, string path, Stream content, string contentType, CancellationToken cancellationToken) =>
        IsFaulty(container, path) ? throw fault() : inner.WriteAsync(container, path, content, contentType, cancellationToken);

    public Task DeleteAsync(string container, string path, CancellationToken cancellationToken) => inner.DeleteAsync(container, path, cancellationToken);

    private bool IsFaulty(string container, string path) =>
        container == "curated" && path.StartsWith(prefix, StringComparison.Ordinal) && path.Contains("/data/", StringComparison.Ordinal);
}
