using System.IO.Compression;
using ClosingGap.Ingest.Diagnostics;

namespace ClosingGap.Ingest.Packages;

/// <summary>A zip as it was dropped, read in place from a seekable stream: never unpacked to disk, never whole in memory.</summary>
public sealed class ZipPackage : IPackage
{
    private const int SymbolicLink = 0xA000;
    private const int FileTypeMask = 0xF000;

    private readonly ZipArchive _archive;
    private readonly Dictionary<string, ZipArchiveEntry> _files;
    private readonly ReadBudget _budget;

    private ZipPackage(ZipArchive archive, Dictionary<string, ZipArchiveEntry> files, PackageOptions options)
    {
        _archive = archive;
        _files = files;
        _budget = new ReadBudget(options);
        Entries = [.. files.Select(pair => new PackageEntry(pair.Key, pair.Value.Length)).OrderBy(entry => entry.Name, StringComparer.Ordinal)];
    }

    /// <inheritdoc />
    public IReadOnlyList<PackageEntry> Entries { get; }

    /// <summary>Opens a zip and checks everything its directory declares. The package owns the stream unless <paramref name="leaveOpen"/>.</summary>
    /// <exception cref="PackageRefusedException">It is no zip, is empty, encrypted or hostile, or exceeds the limits.</exception>
    public static async Task<ZipPackage> OpenAsync(
        Stream seekable, PackageOptions? options = null, bool leaveOpen = false, CancellationToken cancellationToken = default)
    {
        var limits = (options ?? PackageOptions.Default).Validated();
        if (!seekable.CanSeek)
        {
            throw new ArgumentException("A zip is read from a stream that can seek.", nameof(seekable));
        }

        ZipArchive? archive = null;
        try
        {
            await ZipDirectory.RequireEntryCountAsync(seekable, limits, cancellationToken).ConfigureAwait(false);
            archive = await ZipArchive
                .CreateAsync(seekable, ZipArchiveMode.Read, leaveOpen, entryNameEncoding: null, cancellationToken)
                .ConfigureAwait(false);
            return new ZipPackage(archive, List(archive, limits), limits);
        }
        catch (Exception exception)
        {
            if (archive is not null)
            {
                await archive.DisposeAsync().ConfigureAwait(false);
            }
            else if (!leaveOpen)
            {
                await seekable.DisposeAsync().ConfigureAwait(false);
            }

            if (exception is InvalidDataException or EndOfStreamException)
            {
                throw ZipDirectory.NotAZip(exception);
            }

            throw;
        }
    }

    /// <inheritdoc />
    public async Task<Stream> OpenAsync(string name, CancellationToken cancellationToken)
    {
        var file = _files[name];
        try
        {
            var stream = await file.OpenAsync(cancellationToken).ConfigureAwait(false);
            return new MeteredStream(stream, new PackageEntry(name, file.Length), _budget, file.Crc32);
        }
        catch (InvalidDataException exception)
        {
            throw new PackageRefusedException(
                DiagnosticCodes.PackageCorruptEntry,
                $"The file {ShownName.Of(name)} cannot be unpacked.",
                "The package is damaged, or uses a compression other than Deflate: make it again and drop it again.",
                name,
                exception);
        }
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _archive.DisposeAsync();

    private static Dictionary<string, ZipArchiveEntry> List(ZipArchive archive, PackageOptions limits)
    {
        var files = new Dictionary<string, ZipArchiveEntry>(StringComparer.Ordinal);
        long total = 0;
        foreach (var entry in archive.Entries)
        {
            var name = EntryNames.Normalize(entry.FullName);
            if (name[^1] == '/')
            {
                continue;
            }

            RequireHarmless(entry, name, limits);
            total += entry.Length;
            if (total > limits.MaxTotalBytes)
            {
                throw ReadBudget.TooLarge(null);
            }

            if (!files.TryAdd(name, entry))
            {
                throw new PackageRefusedException(
                    DiagnosticCodes.PackageDuplicateFile, $"The package holds the file {ShownName.Of(name)} twice.", "Keep one of the two.", name);
            }
        }

        return files.Count > 0
            ? files
            : throw new PackageRefusedException(
                DiagnosticCodes.PackageEmpty, "The package holds no file.", "Drop a package with a manifest.csv and the CSV files of the export.");
    }

    private static void RequireHarmless(ZipArchiveEntry entry, string name, PackageOptions limits)
    {
        if (((entry.ExternalAttributes >> 16) & FileTypeMask) == SymbolicLink)
        {
            throw new PackageRefusedException(
                DiagnosticCodes.PackageSymbolicLink, $"{ShownName.Of(name)} is a symbolic link.", "Put the file itself in the package.", name);
        }

        if (entry.IsEncrypted)
        {
            throw new PackageRefusedException(
                DiagnosticCodes.PackageEncrypted,
                $"The file {ShownName.Of(name)} is protected by a password.",
                "Make the package without a password: storage and transport are encrypted already.",
                name);
        }

        if (entry.Length < 0 || entry.Length > limits.MaxEntryBytes)
        {
            throw ReadBudget.TooLarge(name);
        }

        if (entry.Length > limits.ExpansionRatioFrom && entry.Length / Math.Max(entry.CompressedLength, 1) >= limits.MaxExpansionRatio)
        {
            throw new PackageRefusedException(
                DiagnosticCodes.PackageExpansionRatio,
                $"The file {ShownName.Of(name)} expands more than {limits.MaxExpansionRatio} times, as no export does.",
                "If the file is genuine, have the ratio limit of this installation raised.",
                name);
        }
    }
}
