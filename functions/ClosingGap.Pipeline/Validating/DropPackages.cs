using ClosingGap.Ingest.Packages;
using ClosingGap.Pipeline.Drops;
using ClosingGap.Pipeline.Ports;

namespace ClosingGap.Pipeline.Validating;

/// <summary>Opens what was dropped, in the very version that was received.</summary>
public sealed class DropPackages(IBlobStore blobs, PackageOptions options)
{
    /// <summary>Opens a drop.</summary>
    /// <exception cref="PackageRefusedException">It is no package, passes a limit, or is no longer what was received.</exception>
    public async Task<IPackage> OpenAsync(Drop drop, CancellationToken cancellationToken)
    {
        if (drop.Path.EndsWith('/'))
        {
            return await BlobFolderPackage.OpenAsync(blobs, drop, options, cancellationToken);
        }

        Stream stream;
        try
        {
            stream = await blobs.OpenReadAsync(DropPath.Container, drop.Path, drop.ETag, cancellationToken);
        }
        catch (FileNotFoundException exception)
        {
            throw new PackageRefusedException(
                "package.gone", "The blob was overwritten or removed before it was read.", "Nothing is to be done when it was written again: that is a drop of its own.", null, exception);
        }

        return await ZipPackage.OpenAsync(stream, options, leaveOpen: false, cancellationToken);
    }
}
