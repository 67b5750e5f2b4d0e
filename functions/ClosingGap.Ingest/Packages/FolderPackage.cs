using ClosingGap.Ingest.Diagnostics;

namespace ClosingGap.Ingest.Packages;

/// <summary>A local directory of files, read as one package.</summary>
public sealed class FolderPackage : IPackage
{
    private readonly Dictionary<string, FileInfo> _files;
    private readonly ReadBudget _budget;

    private FolderPackage(Dictionary<string, FileInfo> files, PackageOptions options)
    {
        _files = files;
        _budget = new ReadBudget(options);
        Entries = [.. files.Select(pair => new PackageEntry(pair.Key, pair.Value.Length)).OrderBy(entry => entry.Name, StringComparer.Ordinal)];
    }

    /// <inheritdoc />
    public IReadOnlyList<PackageEntry> Entries { get; }

    /// <summary>Lists a directory and its folders and holds them to the limits.</summary>
    /// <exception cref="PackageRefusedException">It is empty, holds links, or exceeds the limits.</exception>
    /// <exception cref="DirectoryNotFoundException">There is no such directory.</exception>
    public static FolderPackage Open(string directory, PackageOptions? options = null)
    {
        var limits = (options ?? PackageOptions.Default).Validated();
        var root = new DirectoryInfo(directory);
        var files = new Dictionary<string, FileInfo>(StringComparer.Ordinal);
        List(root, root, files, new HashSet<string>(StringComparer.OrdinalIgnoreCase), limits);
        if (files.Count == 0)
        {
            throw new PackageRefusedException(
                DiagnosticCodes.PackageEmpty, "The folder holds no file.", "Give the folder with manifest.csv and the CSV files of the export.");
        }

        return files.Values.Sum(file => file.Length) > limits.MaxTotalBytes ? throw ReadBudget.TooLarge(null) : new FolderPackage(files, limits);
    }

    /// <inheritdoc />
    public Task<Stream> OpenAsync(string name, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var file = _files[name];
        var stream = new FileStream(file.FullName, new FileStreamOptions
        {
            Access = FileAccess.Read,
            Share = FileShare.Read,
            Options = FileOptions.SequentialScan,
            BufferSize = 0,
        });
        return Task.FromResult<Stream>(new MeteredStream(stream, new PackageEntry(name, file.Length), _budget));
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static void List(
        DirectoryInfo root, DirectoryInfo directory, Dictionary<string, FileInfo> files, HashSet<string> names, PackageOptions limits)
    {
        foreach (var item in directory.EnumerateFileSystemInfos())
        {
            var name = Path.GetRelativePath(root.FullName, item.FullName).Replace(Path.DirectorySeparatorChar, '/');
            if (item.LinkTarget is not null)
            {
                throw new PackageRefusedException(
                    DiagnosticCodes.PackageSymbolicLink, $"{ShownName.Of(name)} is a symbolic link.", "Put the file itself in the folder.", name);
            }

            if (item is DirectoryInfo inner)
            {
                List(root, inner, files, names, limits);
                continue;
            }

            var file = (FileInfo)item;
            EntryNames.Normalize(name);
            if (SpecialFiles.IsSpecial(file))
            {
                throw new PackageRefusedException(
                    DiagnosticCodes.PackageSpecialFile, $"{ShownName.Of(name)} is a pipe, a socket or a device.", "Put an ordinary file in the folder.", name);
            }

            if (file.Length > limits.MaxEntryBytes)
            {
                throw ReadBudget.TooLarge(name);
            }

            if (!names.Add(name))
            {
                throw EntryNames.Twice(name);
            }

            files.Add(name, file);
            if (files.Count > limits.MaxEntries)
            {
                throw new PackageRefusedException(
                    DiagnosticCodes.PackageTooManyEntries,
                    $"The folder holds more than {limits.MaxEntries} files.",
                    "Give the folder of the export only, or have the limit of this installation raised.");
            }
        }
    }
}
