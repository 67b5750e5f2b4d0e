using ClosingGap.Ingest.Packages;
using ClosingGap.Pipeline.Drops;
using ClosingGap.Pipeline.Ports;

namespace ClosingGap.Pipeline.Validating;

/// <summary>A dropped folder: its files as they were when the completion mark was written.</summary>
internal sealed class BlobFolderPackage : IPackage
{
    private readonly IBlobStore _blobs;
    private readonly Dictionary<string, StoredBlob> _files;

    private BlobFolderPackage(IBlobStore blobs, Dictionary<string, StoredBlob> files)
    {
        _blobs = blobs;
        _files = files;
        Entries = [.. files.OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => new PackageEntry(file.Key, file.Value.Length))];
    }

    public IReadOnlyList<PackageEntry> Entries { get; }

    public static async Task<BlobFolderPackage> OpenAsync(IBlobStore blobs, Drop drop, PackageOptions options, CancellationToken cancellationToken)
    {
        var files = new List<StoredBlob>();
        await foreach (var file in blobs.ListAsync(DropPath.Container, drop.Path, cancellationToken))
        {
            files.Add(file);
        }

        if (!string.Equals(DropIds.OfFolder(files), drop.Id, StringComparison.Ordinal))
        {
            throw new PackageRefusedException(
                "package.changed", "A file of the folder changed after the folder was marked complete.", "Write _complete again, last, when every file is there.");
        }

        var content = files
            .Where(file => !string.Equals(file.Path, drop.Path + DropPath.CompletionMark, StringComparison.Ordinal))
            .ToDictionary(file => file.Path[drop.Path.Length..], StringComparer.Ordinal);
        if (content.Count == 0)
        {
            throw new PackageRefusedException("package.empty", "The folder holds no file.", "Write the files first, then _complete.");
        }

        if (content.Count > options.MaxEntries || content.Values.Sum(file => file.Length) > options.MaxTotalBytes)
        {
            throw new PackageRefusedException("package.too_large", "The folder holds more files or bytes than is allowed.", "Drop fewer files, or ask for a higher limit.");
        }

        return new BlobFolderPackage(blobs, content);
    }

    public Task<Stream> OpenAsync(string name, CancellationToken cancellationToken)
    {
        var file = _files[name];
        return _blobs.OpenReadAsync(DropPath.Container, file.Path, file.ETag, cancellationToken);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
