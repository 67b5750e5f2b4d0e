using System.IO.Compression;

namespace ClosingGap.Cli.Dropping;

/// <summary>A folder packed into a temporary zip, file by file; the zip is removed at the end.</summary>
internal sealed class FolderZip : IDisposable
{
    private FolderZip(string path) => Path = path;

    /// <summary>The zip.</summary>
    public string Path { get; }

    /// <summary>Packs a folder. Hidden files stay outside.</summary>
    /// <exception cref="CliException">The folder holds no file.</exception>
    public static async Task<FolderZip> CreateAsync(string folder, CancellationToken cancellationToken)
    {
        var zip = new FolderZip(System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"closinggap-{Guid.NewGuid():n}.zip"));
        try
        {
            await using var output = new FileStream(zip.Path, FileMode.CreateNew, FileAccess.Write);
            await using var archive = await ZipArchive.CreateAsync(output, ZipArchiveMode.Create, leaveOpen: false, entryNameEncoding: null, cancellationToken);
            foreach (var (name, file) in DropFiles.Of(folder))
            {
                await archive.CreateEntryFromFileAsync(file, name, CompressionLevel.Fastest, cancellationToken);
            }

            return zip;
        }
        catch
        {
            zip.Dispose();
            throw;
        }
    }

    public void Dispose() => File.Delete(Path);
}
