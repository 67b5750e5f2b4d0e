using System.Security.Cryptography;
using System.Text;
using ClosingGap.Ingest.Packages;
using ClosingGap.Pipeline.Drops;
using ClosingGap.Pipeline.Ports;

namespace ClosingGap.Pipeline.Validating;

/// <summary>Opens what was dropped, in the very version that was received.</summary>
public sealed class DropPackages(IBlobStore blobs, PackageOptions options)
{
    private const int BufferBytes = 1 << 17;

    /// <summary>The SHA-256 of a drop: of the zip as it is; of a folder's files, by name.</summary>
    public async Task<string> HashAsync(Drop drop, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[BufferBytes];
        if (!drop.Path.EndsWith('/'))
        {
            await using var zip = await OpenZipAsync(drop, cancellationToken);
            await AppendAsync(zip);
        }
        else
        {
            await using var folder = await BlobFolderPackage.OpenAsync(blobs, drop, options, cancellationToken);
            foreach (var entry in folder.Entries)
            {
                hash.AppendData(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{entry.Name}\n{entry.Length}\n")));
                await using var file = await folder.OpenAsync(entry.Name, cancellationToken);
                await AppendAsync(file);
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());

        async Task AppendAsync(Stream content)
        {
            int read;
            while ((read = await content.ReadAsync(buffer, cancellationToken)) > 0)
            {
                hash.AppendData(buffer, 0, read);
            }
        }
    }

    /// <summary>Opens a drop.</summary>
    /// <exception cref="PackageRefusedException">It is no package, passes a limit, or is no longer what was received.</exception>
    public async Task<IPackage> OpenAsync(Drop drop, CancellationToken cancellationToken)
    {
        if (drop.Path.EndsWith('/'))
        {
            return await BlobFolderPackage.OpenAsync(blobs, drop, options, cancellationToken);
        }

        return await ZipPackage.OpenAsync(await OpenZipAsync(drop, cancellationToken), options, leaveOpen: false, cancellationToken);
    }

    private async Task<Stream> OpenZipAsync(Drop drop, CancellationToken cancellationToken)
    {
        try
        {
            return await blobs.OpenReadAsync(DropPath.Container, drop.Path, drop.ETag, cancellationToken);
        }
        catch (FileNotFoundException exception)
        {
            throw new PackageRefusedException(
                "package.gone", "The blob was overwritten or removed before it was read.", "Nothing is to be done when it was written again: that is a drop of its own.", null, exception);
        }
    }
}
