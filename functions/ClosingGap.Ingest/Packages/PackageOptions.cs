namespace ClosingGap.Ingest.Packages;

/// <summary>The limits within which a package is opened. They hold for what a zip declares and for what is really read.</summary>
public sealed record PackageOptions
{
    /// <summary>The limits used when nothing is configured.</summary>
    public static PackageOptions Default { get; } = new();

    /// <summary>
    /// Files in a package. Unit: files; default 50,000, as the export of a learning management system has a file for each assignment; range 1
    /// to 1,000,000.
    /// </summary>
    public int MaxEntries { get; init; } = 50_000;

    /// <summary>Uncompressed size of all files together. Unit: bytes; default 32 GiB; range 1 KiB to 1 TiB.</summary>
    public long MaxTotalBytes { get; init; } = 32L << 30;

    /// <summary>Uncompressed size of one file. Unit: bytes; default 16 GiB; range 1 KiB to 1 TiB.</summary>
    public long MaxEntryBytes { get; init; } = 16L << 30;

    /// <summary>How much larger than its compressed form a file may be. Unit: times; default 200; range 10 to 100,000.</summary>
    public int MaxExpansionRatio { get; init; } = 200;

    /// <summary>Files up to this uncompressed size are not held to the ratio. Unit: bytes; default 1 MiB; range 0 to 1 GiB.</summary>
    public long ExpansionRatioFrom { get; init; } = 1L << 20;

    /// <summary>Checks every value against its range.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value lies outside its range.</exception>
    public PackageOptions Validated()
    {
        Require(MaxEntries, 1, 1_000_000, nameof(MaxEntries));
        Require(MaxTotalBytes, 1L << 10, 1L << 40, nameof(MaxTotalBytes));
        Require(MaxEntryBytes, 1L << 10, 1L << 40, nameof(MaxEntryBytes));
        Require(MaxExpansionRatio, 10, 100_000, nameof(MaxExpansionRatio));
        Require(ExpansionRatioFrom, 0, 1L << 30, nameof(ExpansionRatioFrom));
        return this;
    }

    private static void Require(long value, long from, long to, string name)
    {
        if (value < from || value > to)
        {
            throw new ArgumentOutOfRangeException(name, value, $"{name} must lie between {from} and {to}.");
        }
    }
}
