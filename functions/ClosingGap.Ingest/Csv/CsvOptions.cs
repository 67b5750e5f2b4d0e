namespace ClosingGap.Ingest.Csv;

/// <summary>The limits within which a CSV file is read.</summary>
public sealed record CsvOptions
{
    /// <summary>The limits used when nothing is configured.</summary>
    public static CsvOptions Default { get; } = new();

    /// <summary>Characters in one field. Unit: UTF-16 characters; default 65,536; range 255 to 16,777,216.</summary>
    public int MaxFieldChars { get; init; } = 65_536;

    /// <summary>Characters in one record, which bounds the buffer. Unit: UTF-16 characters; default 1,048,576; range 4,096 to 67,108,864.</summary>
    public int MaxRecordChars { get; init; } = 1_048_576;

    /// <summary>Columns in a header. Unit: columns; default 4,096; range 64 to 65,536.</summary>
    public int MaxColumns { get; init; } = 4_096;

    /// <summary>Checks every value against its range.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value lies outside its range.</exception>
    public CsvOptions Validated()
    {
        if (MaxFieldChars is < 255 or > 16_777_216)
        {
            throw new ArgumentOutOfRangeException(nameof(MaxFieldChars), MaxFieldChars, "MaxFieldChars must lie between 255 and 16,777,216.");
        }

        if (MaxRecordChars is < 4_096 or > 67_108_864)
        {
            throw new ArgumentOutOfRangeException(nameof(MaxRecordChars), MaxRecordChars, "MaxRecordChars must lie between 4,096 and 67,108,864.");
        }

        if (MaxColumns is < 64 or > 65_536)
        {
            throw new ArgumentOutOfRangeException(nameof(MaxColumns), MaxColumns, "MaxColumns must lie between 64 and 65,536.");
        }

        return this;
    }
}
