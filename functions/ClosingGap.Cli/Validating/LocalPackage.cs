using ClosingGap.Ingest.Packages;

namespace ClosingGap.Cli.Validating;

/// <summary>A zip or a folder on this machine, opened as a package.</summary>
internal static class LocalPackage
{
    /// <summary>Opens it.</summary>
    /// <exception cref="CliException">There is nothing at the path.</exception>
    /// <exception cref="PackageRefusedException">It is no package.</exception>
    public static async Task<IPackage> OpenAsync(string path, CancellationToken cancellationToken)
    {
        if (Directory.Exists(path))
        {
            return FolderPackage.Open(path);
        }

        return File.Exists(path)
            ? await ZipPackage.OpenAsync(File.OpenRead(path), cancellationToken: cancellationToken)
            : throw new CliException(ExitCodes.WrongUse, $"There is no file or folder {path}: give the zip or the folder of the export.");
    }
}
