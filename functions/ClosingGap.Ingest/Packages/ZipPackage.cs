namespace ClosingGap.Ingest.Packages;

/// <summary>A zip as it was dropped, read in place from a seekable stream: never unpacked to disk, never whole in memory.</summary>
public sealed class ZipPackage : IPackage
{
    /// <inheritdoc />
    public IReadOnlyList<PackageEntry> Entries => throw new NotImplementedException();

    /// <summary>Opens a zip and checks everything its directory declares. The package owns the stream unless <paramref name="leaveOpen"/>.</summary>
    /// <exception cref="PackageRefusedException">It is no zip, is empty, encrypted or hostile, or exceeds the limits.</exception>
    public static Task<ZipPackage> OpenAsync(
        Stream seekable, PackageOptions? options = null, bool leaveOpen = false, CancellationToken cancellationToken = default)
        => throw new NotImplementedException();

    /// <inheritdoc />
    public Task<Stream> OpenAsync(string name, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <inheritdoc />
    public ValueTask DisposeAsync() => throw new NotImplementedException();
}
