namespace ClosingGap.Ingest.Packages;

/// <summary>A local directory of files, read as one package.</summary>
public sealed class FolderPackage : IPackage
{
    /// <inheritdoc />
    public IReadOnlyList<PackageEntry> Entries => throw new NotImplementedException();

    /// <summary>Lists a directory and its folders and holds them to the limits.</summary>
    /// <exception cref="PackageRefusedException">It is empty, holds links, or exceeds the limits.</exception>
    public static FolderPackage Open(string directory, PackageOptions? options = null) => throw new NotImplementedException();

    /// <inheritdoc />
    public Task<Stream> OpenAsync(string name, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <inheritdoc />
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
