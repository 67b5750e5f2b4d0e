namespace ClosingGap.Ingest.Packages;

/// <summary>A file of a package.</summary>
/// <param name="Name">Its path relative to the package's root, with forward slashes.</param>
/// <param name="Length">Its uncompressed length in bytes.</param>
public sealed record PackageEntry(string Name, long Length);
