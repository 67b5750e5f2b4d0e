using ClosingGap.Ingest.Diagnostics;

namespace ClosingGap.Ingest.Packages;

/// <summary>Counts what is really read from a package against its limits; a file read twice counts once.</summary>
internal sealed class ReadBudget(PackageOptions options)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, long> _furthest = new(StringComparer.Ordinal);
    private long _total;

    /// <summary>Notes that a file was read up to a position.</summary>
    /// <exception cref="PackageRefusedException">More came out than was declared, or than the limits allow.</exception>
    public void Advance(PackageEntry entry, long position)
    {
        lock (_gate)
        {
            var before = _furthest.GetValueOrDefault(entry.Name);
            if (position <= before)
            {
                return;
            }

            _furthest[entry.Name] = position;
            _total += position - before;
            if (position > entry.Length)
            {
                throw Mismatch(entry);
            }

            if (position > options.MaxEntryBytes || _total > options.MaxTotalBytes)
            {
                throw TooLarge(entry.Name);
            }
        }
    }

    /// <summary>The refusal of a file that holds more or less than the directory declares.</summary>
    public static PackageRefusedException Mismatch(PackageEntry entry) => new(
        DiagnosticCodes.PackageLengthMismatch,
        $"The file {ShownName.Of(entry.Name)} does not have the length that the package declares for it.",
        "The package is damaged or was not written to its end: make it again and drop it again.",
        entry.Name);

    /// <summary>The refusal of a file, or of a package, above the limits.</summary>
    public static PackageRefusedException TooLarge(string? file) => new(
        DiagnosticCodes.PackageTooLarge,
        file is null ? "The package is larger than the limits allow." : $"The file {ShownName.Of(file)} is larger than the limits allow.",
        "Split the drop, or have the limits of this installation raised.",
        file);
}
