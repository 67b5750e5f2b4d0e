namespace ClosingGap.Pipeline.Ports;

/// <summary>Blobs in named containers. A container that is not there is empty to a reader and made by the first write.</summary>
public interface IBlobStore
{
    /// <summary>What is known of a blob; null when there is none.</summary>
    Task<StoredBlob?> FindAsync(string container, string path, CancellationToken cancellationToken);

    /// <summary>All blobs whose path begins with the prefix, in ordinal order of paths.</summary>
    IAsyncEnumerable<StoredBlob> ListAsync(string container, string prefix, CancellationToken cancellationToken);

    /// <summary>Opens a blob for reading: a seekable stream that reads ranges as they are asked for.</summary>
    /// <param name="etag">Read only this version; null: the newest when opened. The stream never mixes two versions.</param>
    /// <exception cref="FileNotFoundException">There is none, or not in that version.</exception>
    Task<Stream> OpenReadAsync(string container, string path, string? etag, CancellationToken cancellationToken);

    /// <summary>Writes a blob that is not there yet; false when there is one (which is left as it is).</summary>
    Task<bool> CreateAsync(string container, string path, Stream content, CancellationToken cancellationToken);

    /// <summary>Writes a blob, whatever is there.</summary>
    Task WriteAsync(string container, string path, Stream content, string contentType, CancellationToken cancellationToken);

    /// <summary>Removes a blob; nothing happens when there is none.</summary>
    Task DeleteAsync(string container, string path, CancellationToken cancellationToken);
}
