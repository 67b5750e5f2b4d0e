using ClosingGap.Ingest.Packages;

namespace ClosingGap.Ingest.Tests.Profiles;

/// <summary>The files of one directory.</summary>
internal sealed class DirectoryPackage(string directory) : IPackage
{
    public IReadOnlyList<PackageEntry> Entries { get; } =
    [
        .. new DirectoryInfo(directory).EnumerateFiles()
            .OrderBy(file => file.Name, StringComparer.Ordinal)
            .Select(file => new PackageEntry(file.Name, file.Length)),
    ];

    public Task<Stream> OpenAsync(string name, CancellationToken cancellationToken) =>
        Task.FromResult<Stream>(File.OpenRead(Path.Combine(directory, name)));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
