using System.Buffers.Binary;
using ClosingGap.Ingest.Diagnostics;

namespace ClosingGap.Ingest.Packages;

/// <summary>
/// Where the entries of a zip lie in it, by its central directory. In a zip that a program wrote they follow one another; entries that share
/// their bytes are a bomb that no ratio shows (D. Fifield, "A better zip bomb", WOOT 2019). Layout: APPNOTE.TXT 4.3.12 and 4.5.3 (PKWARE).
/// </summary>
internal static class ZipExtents
{
    private const int HeaderLength = 46;
    private const int LocalHeaderLength = 30;
    private const uint Header = 0x02014b50;
    private const ushort Zip64Extra = 0x0001;

    /// <summary>Reads the directory and checks that no two entries share a byte, and none reaches into the directory.</summary>
    /// <exception cref="PackageRefusedException">They do, or the directory is broken.</exception>
    public static async Task RequireApartAsync(Stream zip, long directory, int entries, CancellationToken cancellationToken)
    {
        var extents = new List<(long From, long To)>(entries);
        var header = new byte[HeaderLength];
        zip.Position = directory;
        for (var entry = 0; entry < entries; entry++)
        {
            await zip.ReadExactlyAsync(header, cancellationToken).ConfigureAwait(false);
            if (BinaryPrimitives.ReadUInt32LittleEndian(header) != Header)
            {
                throw ZipDirectory.NotAZip(null);
            }

            var name = BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(28));
            var rest = new byte[name + BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(30)) + BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(32))];
            await zip.ReadExactlyAsync(rest, cancellationToken).ConfigureAwait(false);
            var (offset, length) = Place(header, rest.AsSpan(name, BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(30))));
            extents.Add((offset, checked(offset + LocalHeaderLength + name + length)));
        }

        extents.Sort();
        for (var entry = 0; entry < extents.Count; entry++)
        {
            var end = entry + 1 < extents.Count ? extents[entry + 1].From : directory;
            if (extents[entry].From < 0 || extents[entry].To > end)
            {
                throw new PackageRefusedException(
                    DiagnosticCodes.PackageOverlappingEntries,
                    "Files of the package share their bytes, as in no package that a program wrote.",
                    "Make the package again with an ordinary zip program.");
            }
        }
    }

    /// <summary>Offset and compressed length; those that do not fit in 32 bits stand in the Zip64 field, in a fixed order.</summary>
    private static (long Offset, long Length) Place(ReadOnlySpan<byte> header, ReadOnlySpan<byte> extra)
    {
        long full = BinaryPrimitives.ReadUInt32LittleEndian(header[24..]);
        long length = BinaryPrimitives.ReadUInt32LittleEndian(header[20..]);
        long offset = BinaryPrimitives.ReadUInt32LittleEndian(header[42..]);
        while (extra.Length >= 4)
        {
            var size = BinaryPrimitives.ReadUInt16LittleEndian(extra[2..]);
            if (extra.Length < 4 + size)
            {
                break;
            }

            if (BinaryPrimitives.ReadUInt16LittleEndian(extra) == Zip64Extra)
            {
                var values = extra.Slice(4, size);
                Take(ref full, ref values);
                Take(ref length, ref values);
                Take(ref offset, ref values);
            }

            extra = extra[(4 + size)..];
        }

        return (offset, length);
    }

    private static void Take(ref long value, ref ReadOnlySpan<byte> values)
    {
        if (value == uint.MaxValue && values.Length >= sizeof(long))
        {
            // Above 2^62 nothing can lie in a file, and sums of two would overflow.
            var wide = BinaryPrimitives.ReadUInt64LittleEndian(values);
            value = wide > 1UL << 62 ? throw ZipDirectory.NotAZip(null) : (long)wide;
            values = values[sizeof(long)..];
        }
    }
}
