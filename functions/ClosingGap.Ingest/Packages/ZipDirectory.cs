using System.Buffers.Binary;
using ClosingGap.Ingest.Diagnostics;

namespace ClosingGap.Ingest.Packages;

/// <summary>
/// Reads the end of a zip before its directory is loaded, so that a directory of millions of entries is refused unread, and looks where the
/// entries lie. Layout: APPNOTE.TXT 4.3.14 to 4.3.16 (PKWARE).
/// </summary>
internal static class ZipDirectory
{
    private const int EndRecordLength = 22;
    private const int MaxComment = 65_535;
    private const uint EndRecord = 0x06054b50;
    private const uint Locator64 = 0x07064b50;
    private const int Locator64Length = 20;
    private const uint EndRecord64 = 0x06064b50;

    /// <summary>Checks the declared number of entries, and that they lie apart.</summary>
    /// <exception cref="PackageRefusedException">The stream is no zip, declares more entries than allowed, or its entries overlap.</exception>
    public static async Task RequireSoundAsync(Stream zip, PackageOptions options, CancellationToken cancellationToken)
    {
        var length = zip.Length;
        if (length < EndRecordLength)
        {
            throw length == 0 ? EmptyFile() : NotAZip(null);
        }

        var tail = new byte[(int)Math.Min(length, EndRecordLength + MaxComment + Locator64Length)];
        zip.Position = length - tail.Length;
        await zip.ReadExactlyAsync(tail, cancellationToken).ConfigureAwait(false);
        var at = tail.Length - EndRecordLength;
        while (at >= 0 && BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(at)) != EndRecord)
        {
            at--;
        }

        if (at < 0)
        {
            throw NotAZip(null);
        }

        ulong entries = BinaryPrimitives.ReadUInt16LittleEndian(tail.AsSpan(at + 10));
        ulong directory = BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(at + 16));
        var locator = at - Locator64Length;
        if (locator >= 0 && BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(locator)) == Locator64)
        {
            (entries, directory) = await ReadEnd64Async(zip, BinaryPrimitives.ReadUInt64LittleEndian(tail.AsSpan(locator + 8)), cancellationToken)
                .ConfigureAwait(false);
        }

        if (entries > (ulong)options.MaxEntries)
        {
            throw TooManyEntries(options);
        }

        if (directory > (ulong)length)
        {
            throw NotAZip(null);
        }

        await ZipExtents.RequireApartAsync(zip, (long)directory, (int)entries, cancellationToken).ConfigureAwait(false);
        zip.Position = 0;
    }

    /// <summary>The refusal of a package of too many files.</summary>
    public static PackageRefusedException TooManyEntries(PackageOptions options) => new(
        DiagnosticCodes.PackageTooManyEntries,
        $"The package holds more than {options.MaxEntries} files.",
        "Drop the CSV files of the export only, or have the limit of this installation raised.");

    /// <summary>The refusal of a file that is no zip.</summary>
    public static PackageRefusedException NotAZip(Exception? inner) => new(
        DiagnosticCodes.PackageNotAZip,
        "The file is no zip, or its end is missing.",
        "Make the zip again and wait for the upload to finish; other archive formats are not read.",
        inner: inner);

    private static PackageRefusedException EmptyFile() => new(
        DiagnosticCodes.PackageEmpty, "The file has no content.", "The upload broke off or the export failed: drop the file again.");

    private static async Task<(ulong Entries, ulong Directory)> ReadEnd64Async(Stream zip, ulong offset, CancellationToken cancellationToken)
    {
        var record = new byte[56];
        if (offset > (ulong)Math.Max(0, zip.Length - record.Length))
        {
            throw NotAZip(null);
        }

        zip.Position = (long)offset;
        await zip.ReadExactlyAsync(record, cancellationToken).ConfigureAwait(false);
        return BinaryPrimitives.ReadUInt32LittleEndian(record) == EndRecord64
            ? (BinaryPrimitives.ReadUInt64LittleEndian(record.AsSpan(32)), BinaryPrimitives.ReadUInt64LittleEndian(record.AsSpan(48)))
            : throw NotAZip(null);
    }
}
