namespace ClosingGap.Ingest.Profiles.Init;

/// <summary>How far an unknown export is looked into.</summary>
public sealed record InitOptions
{
    /// <summary>Rows of each file that are read. Unit: rows; default 100,000; range 1 to 100,000,000.</summary>
    public int MaxRowsPerFile { get; init; } = 100_000;

    /// <summary>Different values up to which a column may be one of codes. Unit: values; default 50; range 1 to 256.</summary>
    public int MaxCodes { get; init; } = 50;

    /// <summary>Checks every value against its range.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value lies outside its range.</exception>
    public InitOptions Validated()
    {
        if (MaxRowsPerFile is < 1 or > 100_000_000)
        {
            throw new ArgumentOutOfRangeException(nameof(MaxRowsPerFile), MaxRowsPerFile, "MaxRowsPerFile must lie between 1 and 100,000,000.");
        }

        return MaxCodes is < 1 or > ColumnSketch.MaxDistinct
            ? throw new ArgumentOutOfRangeException(nameof(MaxCodes), MaxCodes, "MaxCodes must lie between 1 and 256.")
            : this;
    }
}
