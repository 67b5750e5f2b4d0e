namespace ClosingGap.Ingest.Packages;

/// <summary>What was dropped: a zip, or a folder of files.</summary>
public interface IPackage : IAsyncDisposable
{
    /// <summary>The files, in ordinal order of their names.</summary>
    IReadOnlyList<PackageEntry> Entries { get; }

    /// <summary>Opens a file for one forward read.</summary>
    Task<Stream> OpenAsync(string name, CancellationToken cancellationToken);
}
